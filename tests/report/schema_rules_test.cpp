// Each rule of the schema has a document here that breaks this rule and no other.

#include <fstream>
#include <string_view>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sync/report/count_event.h"
#include "tests/report/sample_event.h"

namespace inloop::report {
namespace {

using nlohmann::json;

json sample_document() {
  return json::parse(to_json(sample_event()).value());
}

struct Breach {
  std::string place;  // JSON pointer of the value that is replaced
  json value;         // by this one
};

// More than there may be; no schema lets so many stand without one of them standing twice.
json seven_tables() {
  auto tables = sample_document()["data"]["tabellen"];
  tables.push_back(tables[0]);
  return tables;
}

std::vector<Breach> breaches_of_the_envelope() {
  return {
      {"/specversion", "0.3"},
      {"/specversion", 1},
      {"/id", "0B5F3C1E-8F0A-4C7D-9B1E-2F6A7D8C9E01"},
      {"/id", "0b5f3c1e-8f0a-1c7d-9b1e-2f6a7d8c9e01"},
      {"/id", "0b5f3c1e-8f0a-4c7d-7b1e-2f6a7d8c9e01"},
      {"/id", "../../../etc/passwd"},
      {"/id", "0b5f3c1e-8f0a-4c7d-9b1e-2f6a7d8c9e01\n"},
      {"/source", "urn:nld:kvknr:1234567:systeem:kiosk-1"},
      {"/source", "urn:nld:kvknr:123456789:systeem:kiosk-1"},
      {"/source", "urn:nld:oin:0000000123456789000:systeem:kiosk-1"},
      {"/source", "urn:nld:bsn:12345678:systeem:kiosk-1"},
      {"/source", "urn:nld:kvknr:12345678:systeem:"},
      {"/source", "urn:nld:kvknr:12345678:systeem:Kiosk"},
      {"/source", "urn:nld:kvknr:12345678:systeem:" + std::string(41, 'k')},
      {"/type", "nl.inloop.bezoektelling.vrijgegeven.v2"},
      {"/subject", ""},
      {"/subject", "Klooslaan"},
      {"/subject", "-klooslaan"},
      {"/subject", std::string(41, 'k')},
      {"/subject", std::string(60'000, 'k')},
      {"/subject", nullptr},
      {"/time", "2026-12-04T03:00:00+01:00"},
      {"/time", "2026-12-04 03:00:00Z"},
      {"/time", "2026-12-04T03:00:00.5Z"},
      {"/time", "1970-01-01T00:00:00Z"},
      {"/time", "2026-02-30T03:00:00Z"},
      {"/time", "2026-13-04T03:00:00Z"},
      {"/time", "2026-00-04T03:00:00Z"},
      {"/time", "2026-12-00T03:00:00Z"},
      {"/time", "2026-12-04T24:00:00Z"},
      {"/time", "2026-12-04T03:60:00Z"},
      {"/time", 1796353200},
      {"/datacontenttype", "text/plain"},
      {"/dataschema", "https://inloop.example/schemas/bezoektelling-2.0.0.json"},
      {"/sequence", "0"},
      {"/sequence", "061"},
      {"/sequence", "-1"},
      {"/sequence", "1000000000"},
      {"/sequence", 61},
      {"/sequencetype", "integer"},
  };
}

std::vector<Breach> breaches_of_the_release() {
  return {
      {"/data", json::array()},
      {"/data", nullptr},
      {"/data/plek", "Klooslaan"},
      {"/data/plek", "een-andere-plek"},
      {"/data/periode", "2026-11\n"},
      {"/data/periode", "2026-13"},
      {"/data/periode", "2026-00"},
      {"/data/periode", "1999-11"},
      {"/data/periode", "2026-11-01"},
      {"/data/periode", 202611},
      {"/data/soort", "extra"},
      {"/data/tabellen", json::array()},
      {"/data/tabellen", json::object()},
      {"/data/tabellen/1", sample_document()["data"]["tabellen"][0]},
      {"/data/tabellen", seven_tables()},
      {"/data/feiten", nullptr},
      {"/data/feiten/dagdelenGepland", -1},
      {"/data/feiten/dagdelenGepland", 94},
      {"/data/feiten/dagdelenGepland", 22.5},
      {"/data/feiten/dagdelenOpen", -1},
      {"/data/feiten/dagdelenOpen", 94},
      {"/data/feiten/dagdelenOpen", nullptr},
      {"/data/feiten/gevoelsvraag", "gezond"},
      {"/data/feiten/gevoelsvraag", "gezien"},
      {"/data/feiten/gevoelsvraag", ""},
      {"/data/feiten/gevoelsvraag", nullptr},
      {"/data/feiten/softwareversie", "0.1"},
      {"/data/feiten/softwareversie", "0.1.0-fatima"},
      {"/data/feiten/softwareversie", "10000.1.0"},
  };
}

std::string const sessions = "/data/feiten/bijeenkomsten";
std::string const advice = sessions + "/6";

std::vector<Breach> breaches_of_the_sessions() {
  auto six = sample_document()[json::json_pointer(sessions)];
  six.erase(6);
  return {
      {sessions, json::object()},
      {sessions, json::array()},
      {sessions, six},
      {sessions + "/7", sample_document()[json::json_pointer(advice)]},
      {advice, 0},
      {advice + "/soort", "ontmoeten"},
      {advice + "/soort", "schuldhulp"},
      {advice + "/soort", "ja"},
      {advice + "/soort", nullptr},
      {advice + "/gepland", -1},
      {advice + "/gepland", 10'001},
      {advice + "/gepland", "1"},
      {advice + "/gepland", 0.5},
      {advice + "/gehouden", 1},
      {advice + "/gehouden", -1},
      {advice + "/gehouden", nullptr},
      {advice + "/afgelast", 1},
      {advice + "/afgelast", -1},
      {advice + "/afgelast", true},
  };
}

std::string const table = "/data/tabellen/0";
std::string const cell = table + "/cellen/0";

json without_last(std::size_t table_index) {
  auto cells = sample_document()["data"]["tabellen"][table_index]["cellen"];
  cells.erase(cells.size() - 1);
  return cells;
}

std::vector<Breach> breaches_of_a_table() {
  return {
      {table, 1},
      {table + "/onderwerp", "gevoel"},
      {table + "/onderwerp", "vrijwilligers"},
      {table + "/onderwerp", "drukte"},
      {table + "/eenheid", "antwoord"},
      {table + "/eenheid", "bezoeker"},
      {table + "/mechanisme", "geen"},
      {table + "/gevoeligheid", 2},
      {table + "/gevoeligheid", "1"},
      {table + "/epsilon", 1},
      {table + "/epsilon/teller", 0},
      {table + "/epsilon/teller", 65537},
      {table + "/epsilon/noemer", 0},
      {table + "/epsilon/noemer", 65537},
      {table + "/epsilon/noemer", 1.5},
      {table + "/epsilon/noemer", "1"},
      {table + "/cellen", json::array()},
      {table + "/cellen", json::array({{{"groep", "volwassenen"}, {"waarde", 1}}})},
      {table + "/cellen/2", {{"groep", "volwassenen"}, {"waarde", 1}}},
      {"/data/tabellen/1/cellen", json::array()},
      {"/data/tabellen/2/eenheid", "geteldePersoon"},
      {"/data/tabellen/2/cellen/3", {{"groep", "ja"}, {"waarde", 1}}},
      {"/data/tabellen/3/onderwerp", "gevoel"},
      {"/data/tabellen/3/eenheid", "geteldePersoon"},
      {"/data/tabellen/3/cellen", without_last(3)},
      {"/data/tabellen/3/cellen/7", {{"groep", "advies"}, {"waarde", 1}}},
      {"/data/tabellen/4/onderwerp", "bezoeken"},
      {"/data/tabellen/4/eenheid", "geteldePersoon"},
      {"/data/tabellen/4/cellen", json::array()},
      {"/data/tabellen/4/cellen/1", {{"groep", "vrijwilligers"}, {"waarde", 1}}},
      {"/data/tabellen/5/onderwerp", "eersteKeer"},
      {"/data/tabellen/5/eenheid", "deelname"},
      {"/data/tabellen/5/cellen", without_last(5)},
      {"/data/tabellen/5/cellen/3", {{"groep", "nee"}, {"waarde", 1}}},
  };
}

std::vector<Breach> breaches_of_a_cell() {
  return {
      {cell, "187"},
      {cell + "/groep", "ouderen"},
      {cell + "/groep", "ja"},
      {cell + "/groep", "maandagOchtend"},
      {cell + "/groep", "kinderen"},
      {"/data/tabellen/1/cellen/0/groep", "ja"},
      {"/data/tabellen/1/cellen/0/groep", "dinsdagMiddag"},
      {"/data/tabellen/2/cellen/0/groep", "nee"},
      {"/data/tabellen/2/cellen/0/groep", "volwassenen"},
      {"/data/tabellen/2/cellen/0/groep", "eenBeetje"},
      {"/data/tabellen/3/cellen/0/groep", "bewegen"},
      {"/data/tabellen/3/cellen/0/groep", "schuldhulp"},
      {"/data/tabellen/3/cellen/0/groep", "ja"},
      {"/data/tabellen/4/cellen/0/groep", "ja"},
      {"/data/tabellen/4/cellen/0/groep", "fatima"},
      {"/data/tabellen/5/cellen/0/groep", "nee"},
      {"/data/tabellen/5/cellen/0/groep", "overgeslagen"},
      {"/data/tabellen/5/cellen/0/groep", "gezien"},
      {cell + "/waarde", 1'000'000'001},
      {cell + "/waarde", -1'000'000'001},
      {cell + "/waarde", 187.0},
      {cell + "/waarde", 1.5},
      {cell + "/waarde", "187"},
      {cell + "/waarde", true},
      {cell + "/waarde", nullptr},
  };
}

std::vector<std::string> const objects = {"",
                                          "/data",
                                          "/data/feiten",
                                          "/data/feiten/bijeenkomsten/0",
                                          "/data/tabellen/0",
                                          "/data/tabellen/0/epsilon",
                                          "/data/tabellen/0/cellen/0"};

}  // namespace

TEST_CASE("Every value that the schema does not allow is refused") {
  for (auto const& breaches :
       {breaches_of_the_envelope(), breaches_of_the_release(), breaches_of_the_sessions(),
        breaches_of_a_table(), breaches_of_a_cell()})
    for (auto const& [place, value] : breaches) {
      CAPTURE(place, value.dump());
      auto document = sample_document();
      document[json::json_pointer(place)] = value;
      CHECK_FALSE(objections_to(document.dump()).empty());
      CHECK_FALSE(count_event_from(document.dump()));
    }
}

// Facts that came later, so that what was sent before can still be read.
bool is_optional(std::string const& name) {
  return name == "gevoelsvraag" || name == "bijeenkomsten" || name == "dagdelenOpen";
}

TEST_CASE("Every field is required, in every object, but the facts that came later") {
  auto const sample = sample_document();
  for (auto const& object : objects)
    for (auto const& [name, value] : sample[json::json_pointer(object)].items()) {
      if (is_optional(name)) continue;
      CAPTURE(object, name);
      auto document = sample_document();
      document[json::json_pointer(object)].erase(name);
      auto const objections = objections_to(document.dump());
      REQUIRE_FALSE(objections.empty());
      CHECK(objections.front() == object + "/" + name + ": ontbreekt");
    }
}

TEST_CASE("No field is allowed that is not listed, in any object") {
  for (auto const& object : objects)
    for (auto const* name : {"naam", "ID", "id\0"}) {
      CAPTURE(object, name);
      auto document = sample_document();
      auto extra = std::string(name);
      if (extra == "id") extra.push_back('\0');  // a name that C would take for another
      document[json::json_pointer(object)][extra] = "04A1B2C3D4";
      CHECK(objections_to(document.dump()).size() == 1);
    }
}

TEST_CASE("The schema that is published is closed at every object") {
  auto const check = [](auto const& self, json const& schema) -> void {
    if (schema.is_object() && schema.value("type", json()) == "object") {
      CAPTURE(schema.value("description", ""));
      CHECK(schema.at("additionalProperties") == false);
      auto const optional =
          std::ranges::count_if(schema.at("properties").items(),
                                [](auto const& property) { return is_optional(property.key()); });
      CHECK(schema.at("required").size() + static_cast<std::size_t>(optional) ==
            schema.at("properties").size());
    }
    if (schema.is_structured())
      for (auto const& part : schema) self(self, part);
  };
  auto const schema = json::parse(count_event_schema());
  CHECK(schema.at("$id") == count_event_schema_id);
  check(check, schema);
}

}  // namespace inloop::report
