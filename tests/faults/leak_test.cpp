// From the tap to the town hall with the real programs: when somebody came stays in the kiosk.

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/faults/delivery_world.h"
#include "tests/faults/kiosk_world.h"
#include "tests/support/leak_search.h"

namespace inloop::test {
namespace {

using nlohmann::json;

// Long past, so that no program writes this date because it is today.
constexpr core::Date morning = std::chrono::year{2026} / 2 / 10;
constexpr core::Date day_of_closing = std::chrono::year{2026} / 3 / 4;
constexpr int first_arrival = 10 * 60 + 11;
constexpr int arrivals = 3;
constexpr int minutes_between = 7;
constexpr int hour_of_winter_s = 3600;  // by which Amsterdam is ahead of UTC

// All that an event may tell, written down a second time: the schema alone must not widen it.
std::set<std::string> const agreed_keys{"afgelast",
                                        "bijeenkomsten",
                                        "cellen",
                                        "dagdelenGepland",
                                        "dagdelenOpen",
                                        "data",
                                        "datacontenttype",
                                        "dataschema",
                                        "eenheid",
                                        "epsilon",
                                        "feiten",
                                        "gehouden",
                                        "gepland",
                                        "gevoeligheid",
                                        "gevoelsvraag",
                                        "groep",
                                        "id",
                                        "mechanisme",
                                        "noemer",
                                        "onderwerp",
                                        "periode",
                                        "plek",
                                        "sequence",
                                        "sequencetype",
                                        "softwareversie",
                                        "soort",
                                        "source",
                                        "specversion",
                                        "subject",
                                        "tabellen",
                                        "teller",
                                        "time",
                                        "type",
                                        "waarde"};

// The morning in the ways in which a program would write it down.
std::vector<Canary> arrivals_as_canaries() {
  std::vector<Canary> canaries{{"date", "2026-02-10"},
                               {"compact date", "20260210"},
                               {"Dutch date", "10-02-2026"},
                               {"date in words", "10 februari"}};
  auto const days = std::chrono::sys_days(morning).time_since_epoch().count();
  for (int i = 0; i < arrivals; ++i) {
    std::int64_t const minute = days * 24 * 60 + first_arrival + i * minutes_between;
    canaries.push_back({fmt::format("arrival {} in minutes", i), std::to_string(minute)});
    // Without the last two digits: the second of the tap is not known.
    for (auto const seconds : {minute * 60, minute * 60 + 59})
      canaries.push_back({fmt::format("arrival {} in seconds", i),
                          std::to_string((seconds - hour_of_winter_s) / 100)});
  }
  return canaries;
}

enum class Visitors { Come, StayAway };

std::string journey_of_morning(Visitors visitors) {
  std::string journey;
  for (int i = 0; i < arrivals; ++i) {
    journey += fmt::format("at {}\n", journey_time(morning, first_arrival + i * minutes_between));
    if (visitors == Visitors::Come)
      journey += "tap #home/check_in\nsee \"Fijn dat u er bent!\"\ntap \"Ja\"\ntap \"Klaar\"\n";
  }
  return journey;
}

// What the kiosk logged, to the end of the journey.
std::string log_of(KioskWorld const& world, std::string const& journey) {
  auto kiosk = world.start(journey);
  if (kiosk.wait() != 0) FAIL("the journey ended early: " << kiosk.errors());
  return kiosk.errors();
}

// A log without the times of its lines.
std::string timeless(std::string const& log) {
  std::string text;
  for (std::size_t begin = 0; begin < log.size();) {
    auto const end = std::min(log.find('\n', begin), log.size() - 1) + 1;
    auto const line = log.substr(begin, end - begin);
    text += line.substr(std::min(line.find(' '), line.size()));
    begin = end;
  }
  return text;
}

void collect_keys(json const& value, std::set<std::string>& keys) {
  for (auto const& [key, inner] : value.items()) {
    if (value.is_object()) keys.insert(key);
    if (inner.is_structured()) collect_keys(inner, keys);
  }
}

std::vector<std::string> in_words(std::vector<Leak> const& leaks) {
  std::vector<std::string> words;
  for (auto const& leak : leaks)
    words.push_back(fmt::format("{} ({}) in {}", leak.canary, leak.form, leak.place));
  return words;
}

}  // namespace

TEST_CASE("When somebody came is nowhere outside the kiosk's own folder, and in no log") {
  KioskWorld const house;
  DeliveryWorld town(house.hatch());
  auto log = log_of(house, journey_of_morning(Visitors::Come));
  log += log_of(house, fmt::format("at {}\n", journey_time(day_of_closing, first_arrival)));
  auto const published = outbox::list_new(house.hatch());
  REQUIRE(published);
  REQUIRE(published->events.size() == 1);

  town.start_collector();
  town.start_courier();
  auto const has_arrived = [&] {
    return outbox::has_receipt(house.hatch(), published->events[0].id).value();
  };
  for (int i = 0; i < 100 && !has_arrived(); ++i) town.let_run(std::chrono::milliseconds{200});
  INFO(town.errors());
  REQUIRE(has_arrived());
  log += town.errors();

  auto const canaries = arrivals_as_canaries();
  // They were put in: the kiosk itself remembers the date until the end of its month.
  REQUIRE_FALSE(search_folder(house.path("kiosk"), canaries).empty());
  std::vector<std::string> const nothing;
  CHECK(in_words(search_folder(house.hatch().outbox, canaries)) == nothing);
  CHECK(in_words(search_folder(house.hatch().receipts, canaries)) == nothing);
  CHECK(in_words(search_folder(town.folder(), canaries)) == nothing);
  CHECK(in_words(search_bytes("the logs", log, canaries)) == nothing);
  for (auto const& entry : town.kept_events())
    CHECK(in_words(search_bytes("the collector's answer", entry, canaries)) == nothing);

  std::set<std::string> keys;
  collect_keys(json::parse(outbox::read_event(published->events[0]).value()), keys);
  CHECK(keys == agreed_keys);
}

// The time of a log line is a time of arrival if a visit makes the kiosk write it.
TEST_CASE("The log of a morning is the same whether somebody came or not") {
  KioskWorld const busy;
  KioskWorld const quiet;
  auto const log = timeless(log_of(busy, journey_of_morning(Visitors::Come)));
  CHECK(log == timeless(log_of(quiet, journey_of_morning(Visitors::StayAway))));
  CHECK(log.find("inloop-kiosk info") != std::string::npos);
  CHECK(busy.remains().kept.visits.size() == arrivals);
}

TEST_CASE("The search would find an arrival in each of its forms") {
  auto const canaries = arrivals_as_canaries();
  for (auto const* text :
       {R"({"aankomst":"2026-02-10T10:11"})", "visit at 20260210-1011", "dinsdag 10 Februari",
        R"({"minuut":29511971})", R"({"tijd":1770714660})", R"({"tijd":1770714719123})",
        "MjAyNi0wMi0xMCAxMDoxMQ=="}) {
    CAPTURE(text);
    CHECK_FALSE(search_bytes("a doctored event", text, canaries).empty());
  }
  CHECK(search_bytes("an event", R"({"periode":"2026-02","time":"2026-03-04T03:00:00Z"})", canaries)
            .empty());
}

}  // namespace inloop::test
