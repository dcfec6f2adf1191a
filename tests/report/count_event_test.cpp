#include "sync/report/count_event.h"

#include <fstream>
#include <limits>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "tests/report/sample_event.h"

namespace inloop::report {
namespace {

constexpr std::int64_t greatest_value = 1'000'000'000;  // as the schema says

std::string contents(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

rc::Gen<Table> any_table(std::string subject, std::string unit, std::vector<std::string> groups) {
  return rc::gen::exec([=] {
    Table table{subject, unit, {}, {}};
    table.epsilon = {static_cast<std::uint32_t>(*rc::gen::inRange(1, 65537)),
                     static_cast<std::uint32_t>(*rc::gen::inRange(1, 65537))};
    for (auto const& group : groups)
      table.cells.push_back({group, *rc::gen::inRange(-greatest_value, greatest_value + 1)});
    return table;
  });
}

std::vector<SessionFact> any_sessions() {
  auto sessions = sample_event().facts.sessions;
  for (auto& fact : sessions) {
    fact.held = *rc::gen::inRange<std::int64_t>(0, 5001);
    fact.cancelled = *rc::gen::inRange<std::int64_t>(0, 5001);
    fact.planned = fact.held + fact.cancelled;
  }
  return sessions;
}

CountEvent any_event() {
  auto event = sample_event();
  event.sequence = *rc::gen::inRange<std::int64_t>(1, greatest_value);
  event.kind = *rc::gen::element(std::string("regulier"), std::string("nagekomen"));
  event.source = *rc::gen::element<std::string>("urn:nld:kvknr:00000000:systeem:a",
                                                "urn:nld:oin:00000001234567890000:systeem:kiosk-2");
  event.facts.dayparts_scheduled = *rc::gen::inRange<std::int64_t>(0, 94);
  event.facts.dayparts_open = *rc::gen::inRange<std::int64_t>(0, 94);
  event.period = fmt::format("2026-{:02}", *rc::gen::inRange(1, 13));
  event.facts.feeling_question = feeling_question_of(event.period);
  event.facts.sessions = any_sessions();
  std::vector<std::vector<std::string>> const schedules{{"buitenOpeningstijd"},
                                                        {"zondagAvond", "woensdagMiddag"}};
  event.tables = {
      *any_table("eersteKeer", "antwoord", {"ja", "nee", "overgeslagen"}),
      *any_table("drukte", "geteldePersoon", *rc::gen::elementOf(schedules)),
      *any_table("bezoeken", "geteldePersoon", {"kinderen", "volwassenen"}),
      *any_table("vrijwilligers", "vrijwilligerDagdeel", {"vrijwilligers"}),
      *any_table("gevoel", "antwoord", {"nee", "eenBeetje", "ja"}),
      *any_table("deelnames", "deelname",
                 {"advies", "helpen", "maken", "leren", "koken", "bewegen", "ontmoeten"}),
  };
  event.tables.resize(*rc::gen::inRange<std::size_t>(1, event.tables.size() + 1));
  return event;
}

}  // namespace

TEST_CASE("An event is on the wire as the golden file shows it") {
  auto const bytes = to_json(sample_event());
  REQUIRE(bytes);
  CHECK(*bytes == contents(INLOOP_SOURCE_DIR "/tests/golden/bezoektelling.json"));
}

TEST_CASE("Whatever event may be sent is read back as it was") {
  auto const holds = rc::check("round trip", [] {
    auto const event = any_event();
    auto const bytes = to_json(event);
    RC_ASSERT(bytes.has_value());
    auto const again = count_event_from(*bytes);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == event);
    RC_ASSERT(objections_to(*bytes).empty());
  });
  CHECK(holds);
}

TEST_CASE("An event from before feelings, sessions and openings is read, and none is made so") {
  auto old = nlohmann::json::parse(*to_json(sample_event()));
  old["data"]["feiten"].erase("dagdelenOpen");
  old["data"]["feiten"].erase("gevoelsvraag");
  old["data"]["feiten"].erase("bijeenkomsten");
  auto const event = count_event_from(old.dump());
  REQUIRE(event);
  CHECK(event->facts.feeling_question.empty());
  CHECK(event->facts.sessions.empty());
  CHECK_FALSE(event->facts.dayparts_open);
  CHECK_FALSE(to_json(*event));
}

TEST_CASE("The three questions take turns through the year") {
  for (int month = 1; month <= 12; month += 3) {
    CHECK(feeling_question_of(fmt::format("2026-{:02}", month)) == "gezien");
    CHECK(feeling_question_of(fmt::format("2026-{:02}", month + 1)) == "gedragen");
    CHECK(feeling_question_of(fmt::format("2026-{:02}", month + 2)) == "gesteund");
  }
}

TEST_CASE("The same event always makes the same bytes") {
  CHECK(to_json(sample_event()).value() == to_json(sample_event()).value());
}

TEST_CASE("A full release of all dayparts stays far below the limit of a request") {
  auto event = sample_event();
  auto& busyness = event.tables[1].cells;
  busyness.clear();
  for (auto const* day :
       {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"})
    for (auto const* daypart : {"Ochtend", "Middag", "Avond"})
      busyness.push_back({std::string(day) + daypart, -greatest_value});
  busyness.push_back({"buitenOpeningstijd", -greatest_value});
  auto const bytes = to_json(event);
  REQUIRE(bytes);
  CHECK(bytes->size() < greatest_event_bytes / 8);
}

TEST_CASE("An event that breaks the schema makes no bytes") {
  auto event = sample_event();
  SECTION("a sequence that has not started") {
    event.sequence = 0;
  }
  SECTION("a sequence below nothing") {
    event.sequence = std::numeric_limits<std::int64_t>::min();
  }
  SECTION("a group that nobody agreed on") {
    event.tables[0].cells[0].group = "Fatima";
  }
  SECTION("no tables") {
    event.tables.clear();
  }
  SECTION("an epsilon of nothing") {
    event.tables[0].epsilon.numerator = 0;
  }
  SECTION("wrong UTF-8 in a name") {
    event.place = "klooslaan\xff";
  }
  SECTION("a software version with words in it") {
    event.facts.software_version = "van Fatima";
  }
  SECTION("a question that is not asked") {
    event.facts.feeling_question = "gezond";
  }
  SECTION("a kind of session that is not told") {
    event.facts.sessions.pop_back();
  }
  SECTION("more sessions held than were planned") {
    ++event.facts.sessions[0].held;
  }
  SECTION("a count that no living room has") {
    event.tables[0].cells[0].value = 2'000'000'000;
  }
  CHECK_FALSE(to_json(event));
}

TEST_CASE("An objection names the place and says in Dutch what belongs there") {
  auto document = nlohmann::json::parse(to_json(sample_event()).value());
  document["data"]["periode"] = "november";
  document["data"]["tabellen"][2]["cellen"][1]["waarde"] = "veel";
  document["data"].erase("soort");
  document["naam"] = "Fatima";
  CHECK_THAT(objections_to(document.dump()),
             Catch::UnorderedEquals(std::vector<std::string>{
                 "/naam: hoort hier niet",
                 "/data/soort: ontbreekt",
                 "/data/periode: hier hoort een maand, zoals 2026-11",
                 "/data/tabellen/2/cellen/1/waarde: hier hoort het aantal met ruis: geheel, ten "
                 "hoogste een miljard",
             }));
}

TEST_CASE("A name from outside that could do harm in a log is not repeated") {
  auto document = nlohmann::json::parse(to_json(sample_event()).value());
  document["<script>\n"] = 1;
  CHECK(objections_to(document.dump()) ==
        std::vector<std::string>{"het document: een naam hoort hier niet"});
}

TEST_CASE("A flood of faults gives a bounded number of objections") {
  auto document = nlohmann::json::parse(to_json(sample_event()).value());
  for (int number = 0; number < 1000; ++number) document["x" + std::to_string(number)] = number;
  CHECK(objections_to(document.dump()).size() == 50);
}

TEST_CASE("Bytes that were let through are read alike without the schema, and damaged ones fail") {
  auto const bytes = to_json(sample_event()).value();
  CHECK(count_event_let_through(bytes) == sample_event());
  for (auto const& [word, other] :
       std::vector<std::pair<std::string, std::string>>{{"\"sequence\": \"", "\"sequence\": \"x"},
                                                        {"\"periode\"", "\"period\""},
                                                        {"\"tabellen\": [", "\"tabellen\": [1, "},
                                                        {"{", "["}}) {
    auto damaged = bytes;
    damaged.replace(damaged.find(word), word.size(), other);
    INFO(damaged);
    CHECK_FALSE(count_event_let_through(damaged));
  }
}

TEST_CASE("Events that were damaged on the way are refused or read, and never bring us down") {
  auto const seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  auto const original = to_json(sample_event()).value();
  auto const pick = [&random](std::size_t size) { return random() % size; };
  std::string const tokens[] = {"{", "}", "[", "]", "\"", ",", ":", "null", "1e9", "\\u0000", "-"};
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    auto bytes = original;
    for (auto changes = 1 + pick(3); changes > 0; --changes) {
      auto const position = pick(bytes.size());
      switch (pick(4)) {
        case 0:
          bytes[position] = static_cast<char>(random());
          break;
        case 1:
          bytes.erase(position, 1 + pick(20));
          break;
        case 2:
          bytes.insert(position, tokens[pick(std::size(tokens))]);
          break;
        default:
          bytes.insert(position, bytes.substr(pick(bytes.size()), pick(40)));
      }
    }
    auto const event = count_event_from(bytes);
    CHECK(event.has_value() == objections_to(bytes).empty());
    if (event)
      CHECK(count_event_from(to_json(*event).value()).value() == *event);
    else
      ++refused;
  }
  CHECK(refused > 1000);
}

}  // namespace inloop::report
