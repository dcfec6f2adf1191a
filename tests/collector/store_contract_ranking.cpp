#include <catch2/catch.hpp>

#include "tests/collector/sample_arrival.h"
#include "tests/collector/store_contract.h"

namespace inloop::collector {
namespace {

constexpr Slice everything{.offset = 0, .limit = 100};
Ranking const by_name{.period = "2026-11",
                      .compared_with = "2025-11",
                      .subject = "bezoeken",
                      .group = {},
                      .order = Order::ByName};

Ranking by_value(std::string group = {}) {
  auto ranking = by_name;
  ranking.group = std::move(group);
  ranking.order = Order::LargestFirst;
  return ranking;
}

Place place(std::string id, std::string name, std::string district) {
  return {.id = std::move(id),
          .name = std::move(name),
          .since = "2026-10-05T00:00:00Z",
          .municipality = "Leiden",
          .district = std::move(district),
          .retired_at = {}};
}

void tell(CountStore& store, std::string id, std::string period, int number, int adults) {
  auto event = told_by(std::move(id), std::move(period), number);
  event.tables[0].cells[0].value = adults;
  REQUIRE(store.keep(arrival_of(event))->verdict == Verdict::Stored);
}

// November of three places, of one also a year before; "stil" told nothing, "oud" had closed.
std::unique_ptr<CountStore> town(OpenStore const& open) {
  auto store = open();
  auto closed = place("oud", "Oude haven", "Zuid");
  closed.since = "2025-01-05T00:00:00Z";
  closed.retired_at = "2026-10-31T00:00:00Z";
  for (auto const& one : {place("a", "boom_huis", "Noord"), place("b", "Anker", "Noord"),
                          place("c", "Zee 100%", "Zuid"), place("stil", "anker aan zee", "Zuid"),
                          place("los", "Zonder wijk", ""), closed})
    REQUIRE(store->save_place(one));
  tell(*store, "a", "2026-11", 1, 300);
  tell(*store, "b", "2026-11", 2, 40);
  tell(*store, "b", "2025-11", 3, 20);
  tell(*store, "c", "2026-11", 4, -9);
  tell(*store, "los", "2026-11", 5, 900);
  return store;
}

std::vector<std::string> ids(CountStore& store, PlaceFilter const& filter, Ranking const& ranking,
                             Slice slice = everything) {
  std::vector<std::string> found;
  auto const places = store.ranked_places(filter, ranking, slice).value();
  for (auto const& ranked : places) found.push_back(ranked.state.place.id);
  return found;
}

using Ids = std::vector<std::string>;

Total visits(std::string period, std::int64_t value) {
  return {.period = std::move(period),
          .subject = "bezoeken",
          .group = {},
          .epsilon = {1, 1},
          .cells = 2,
          .places = 1,
          .value = value};
}

}  // namespace

void check_ranked_places(OpenStore const& open) {
  auto const store = town(open);
  PlaceFilter const then{.open_in = "2026-11"};
  // Capitals do not come first, and what had closed is not there.
  CHECK(ids(*store, then, by_name) == Ids{"b", "stil", "a", "c", "los"});
  CHECK(ids(*store, then, by_name, {.offset = 1, .limit = 2}) == Ids{"stil", "a"});
  CHECK(ids(*store, {.open_in = "2026-10"}, by_name).front() == "b");
  CHECK(ids(*store, {.open_in = "2025-02"}, by_name) == Ids{"oud"});
  CHECK(ids(*store, {.area = {"Leiden", "Zuid"}, .open_in = "2026-11"}, by_name) ==
        Ids{"stil", "c"});
  // -9 is a figure, and stands before what is missing.
  CHECK(ids(*store, then, by_value()) == Ids{"los", "a", "b", "c", "stil"});
  CHECK(ids(*store, then, by_value("kinderen")).back() == "stil");

  CHECK(ids(*store, {.search = "ANKER"}, by_name) == Ids{"b", "stil"});
  CHECK(ids(*store, {.search = "m_h"}, by_name) == Ids{"a"});
  CHECK(ids(*store, {.search = "%"}, by_name) == Ids{"c"});
  CHECK(store->count_places({.search = "anker"}) == 2);
  CHECK(ids(*store, {.search = "\\"}, by_name).empty());

  auto const places = store->ranked_places(then, by_name, everything).value();
  CHECK(places[0].totals == std::vector{visits("2025-11", 19), visits("2026-11", 39)});
  CHECK(places[1].totals.empty());

  // A new name is found, the old one no longer.
  REQUIRE(store->save_place(place("a", "Wilg", "Noord")));
  CHECK(ids(*store, {.search = "boom"}, by_name).empty());
  CHECK(ids(*store, {.search = "wilg"}, by_name) == Ids{"a"});
}

void check_ranked_districts(OpenStore const& open) {
  auto const store = town(open);
  PlaceFilter const then{.open_in = "2026-11"};
  CHECK(store->count_districts(then) == 2);
  CHECK(store->count_districts({.area = {"Delft", ""}}) == 0);
  auto const by_names = store->ranked_districts(then, by_name, everything).value();
  REQUIRE(by_names.size() == 2);
  CHECK(by_names[0].area == Area{"Leiden", "Noord"});
  CHECK(by_names[0].expected_places == 2);
  CHECK(by_names[1].expected_places == 2);
  auto noord = visits("2026-11", 299 + 39);
  noord.cells = 4;
  noord.places = 2;
  CHECK(by_names[0].totals == std::vector{visits("2025-11", 19), noord});
  CHECK(by_names[1].totals == std::vector{visits("2026-11", -10)});

  REQUIRE(store->save_place(place("los", "Zonder wijk", "Oost")));
  auto const largest = store->ranked_districts(then, by_value(), {.offset = 0, .limit = 2});
  CHECK(largest->front().area == Area{"Leiden", "Oost"});
  CHECK(largest->back().area == Area{"Leiden", "Noord"});
}

}  // namespace inloop::collector
