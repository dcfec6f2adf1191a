#include "sync/report/count_event.h"

#include <charconv>

#include <nlohmann/json.hpp>

#include "kiosk/base/assert.h"
#include "kiosk/base/embedded.h"
#include "sync/report/count_event_rules.h"
#include "sync/report/schema.h"
#include "sync/report/strict_json.h"

INLOOP_EMBEDDED(bezoektelling_1_0_0_json)

namespace inloop::report {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

Checked<json> read(std::string_view bytes) {
  static Schema const schema(count_event_schema());
  auto document = parse_strictly(bytes, greatest_event_bytes);
  if (!document) return document;
  auto objections = schema.objections_to(*document);
  if (objections.empty()) objections = objections_to_meaning(*document);
  if (!objections.empty()) return tl::unexpected<Objections>(std::move(objections));
  return document;
}

ordered_json json_of(Table const& table) {
  auto cells = ordered_json::array();
  for (auto const& cell : table.cells)
    cells.push_back(ordered_json{{"groep", cell.group}, {"waarde", cell.value}});
  return ordered_json{
      {"onderwerp", table.subject},
      {"eenheid", table.unit},
      {"mechanisme", "discreteLaplace"},
      {"gevoeligheid", 1},
      {"epsilon", {{"teller", table.epsilon.numerator}, {"noemer", table.epsilon.denominator}}},
      {"cellen", std::move(cells)},
  };
}

ordered_json json_of(Facts const& facts) {
  auto sessions = ordered_json::array();
  for (auto const& fact : facts.sessions)
    sessions.push_back(ordered_json{{"soort", fact.kind},
                                    {"gepland", fact.planned},
                                    {"gehouden", fact.held},
                                    {"afgelast", fact.cancelled}});
  ordered_json result{{"dagdelenGepland", facts.dayparts_scheduled}};
  if (facts.dayparts_open) result["dagdelenOpen"] = *facts.dayparts_open;
  result["gevoelsvraag"] = facts.feeling_question;
  result["bijeenkomsten"] = std::move(sessions);
  result["softwareversie"] = facts.software_version;
  return result;
}

ordered_json json_of(CountEvent const& event) {
  auto tables = ordered_json::array();
  for (auto const& table : event.tables) tables.push_back(json_of(table));
  return ordered_json{
      {"specversion", "1.0"},
      {"id", event.id},
      {"source", event.source},
      {"type", count_event_type},
      {"subject", event.place},
      {"time", event.time},
      {"datacontenttype", "application/json"},
      {"dataschema", count_event_schema_id},
      {"sequence", std::to_string(event.sequence)},
      {"sequencetype", "Integer"},
      {"data",
       {{"plek", event.place},
        {"periode", event.period},
        {"soort", event.kind},
        {"tabellen", std::move(tables)},
        {"feiten", json_of(event.facts)}}},
  };
}

Table table_of(json const& table) {
  auto const& epsilon = table.at("epsilon");
  Table result{
      table.at("onderwerp").get<std::string>(),
      table.at("eenheid").get<std::string>(),
      {epsilon.at("teller").get<std::uint32_t>(), epsilon.at("noemer").get<std::uint32_t>()},
      {}};
  for (auto const& cell : table.at("cellen"))
    result.cells.push_back(
        {cell.at("groep").get<std::string>(), cell.at("waarde").get<std::int64_t>()});
  return result;
}

Facts facts_of(json const& facts) {
  Facts result{.dayparts_scheduled = facts.at("dagdelenGepland").get<std::int64_t>(),
               .dayparts_open = std::nullopt,
               .feeling_question = facts.value("gevoelsvraag", std::string()),
               .sessions = {},
               .software_version = facts.at("softwareversie").get<std::string>()};
  if (auto const open = facts.find("dagdelenOpen"); open != facts.end())
    result.dayparts_open = open->get<std::int64_t>();
  for (auto const& fact : facts.value("bijeenkomsten", json::array()))
    result.sessions.push_back({.kind = fact.at("soort").get<std::string>(),
                               .planned = fact.at("gepland").get<std::int64_t>(),
                               .held = fact.at("gehouden").get<std::int64_t>(),
                               .cancelled = fact.at("afgelast").get<std::int64_t>()});
  return result;
}

Result<CountEvent> event_of(json const& document) {
  auto const& data = document.at("data");
  CountEvent event;
  event.id = document.at("id").get<std::string>();
  event.source = document.at("source").get<std::string>();
  event.place = document.at("subject").get<std::string>();
  event.time = document.at("time").get<std::string>();
  auto const digits = document.at("sequence").get<std::string>();
  auto const* const end = digits.data() + digits.size();
  auto const read = std::from_chars(digits.data(), end, event.sequence);
  if (read.ec != std::errc{} || read.ptr != end) return failure("sequence is no number");
  event.period = data.at("periode").get<std::string>();
  event.kind = data.at("soort").get<std::string>();
  for (auto const& table : data.at("tabellen")) event.tables.push_back(table_of(table));
  event.facts = facts_of(data.at("feiten"));
  return event;
}

}  // namespace

std::string_view count_event_schema() {
  return embedded_bezoektelling_1_0_0_json();
}

Result<std::string> to_json(CountEvent const& event) {
  // Laid out in lines: residents and auditors read these very bytes. Wrong UTF-8 is replaced only
  // so that the schema, not an exception, refuses it.
  auto bytes = json_of(event).dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  if (auto const document = count_event_from(bytes); !document)
    return within("an event that must not be sent", document.error());
  return bytes;
}

Result<CountEvent> count_event_from(std::string_view bytes) {
  auto const document = read(bytes);
  if (!document) return failure("not a count event: {}", fmt::join(document.error(), "; "));
  return event_of(*document);
}

Result<CountEvent> count_event_let_through(std::string_view bytes) {
  try {
    return event_of(json::parse(bytes));
  } catch (json::exception const& damage) {
    return failure("no longer a count event: {}", damage.what());
  }
}

tl::expected<CountEvent, std::vector<std::string>> count_event_or_objections(
    std::string_view bytes) {
  auto document = read(bytes);
  if (!document) return tl::unexpected<Objections>(std::move(document.error()));
  auto event = event_of(*document);
  if (!event) return tl::unexpected<Objections>(Objections{std::move(event.error().what)});
  return *std::move(event);
}

std::vector<std::string> objections_to(std::string_view bytes) {
  auto document = read(bytes);
  return document ? std::vector<std::string>{} : std::move(document.error());
}

}  // namespace inloop::report
