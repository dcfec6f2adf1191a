#include "sync/collector/simulated_places.h"

#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/privacy/release.h"

namespace inloop::collector {
namespace {

using namespace std::chrono;

constexpr std::uint64_t seed = 20'261'122;

SimulatedMonth month_of_place(SimulatedPlace const& place, year_month month, int months_ago) {
  std::mt19937_64 chance(seed);
  return simulated_month(place, month, months_ago, chance);
}

std::int64_t sum(privacy::ExactTable const& table) {
  return std::accumulate(table.cells.begin(), table.cells.end(), std::int64_t{0},
                         [](std::int64_t all, auto const& cell) { return all + cell.count; });
}

privacy::ExactTable const& table(SimulatedMonth const& month, std::string_view subject) {
  auto const found = std::ranges::find(month.tables, subject, &privacy::ExactTable::subject);
  REQUIRE(found != month.tables.end());
  return *found;
}

SimulatedPlace const& place_named(std::string_view id) {
  auto const places = simulated_places();
  auto const found = std::ranges::find(places, id, &SimulatedPlace::id);
  REQUIRE(found != places.end());
  return *found;
}

TEST_CASE("there are twelve places, each with an id of its own, a week and a district") {
  std::set<std::string_view> ids;
  std::set<std::string_view> districts;
  for (auto const& place : simulated_places()) {
    ids.insert(place.id);
    districts.insert(place.district);
    CHECK(place.opening.size() == 21);
    CHECK(place.opening.find('x') != std::string_view::npos);
  }
  CHECK(ids.size() == 12);
  CHECK(districts.size() == 5);
}

TEST_CASE("the same seed gives the same month, another seed another one") {
  auto const& place = simulated_places().front();
  auto const one = month_of_place(place, 2026y / 3, 7);
  CHECK(one.tables == month_of_place(place, 2026y / 3, 7).tables);
  CHECK(one.facts == month_of_place(place, 2026y / 3, 7).facts);
  std::mt19937_64 other(seed + 1);
  CHECK(simulated_month(place, 2026y / 3, 7, other).tables != one.tables);
}

TEST_CASE("whoever is counted in visits is counted in busyness, and no count is below zero") {
  for (auto const& place : simulated_places()) {
    auto const month = month_of_place(place, 2026y / 5, 5);
    INFO(place.id);
    CHECK(sum(table(month, "bezoeken")) == sum(table(month, "drukte")));
    for (auto const& one : month.tables)
      for (auto const& cell : one.cells) CHECK(cell.count >= 0);
    REQUIRE(month.facts.dayparts_open.has_value());
    CHECK(*month.facts.dayparts_open <= month.facts.dayparts_scheduled);
  }
}

TEST_CASE("a month in which the place is closed is zero everywhere, and is still told") {
  auto const month = month_of_place(place_named("huis-van-noord"), 2026y / 8, 2);
  for (auto const& one : month.tables) CHECK(sum(one) == 0);
  CHECK(month.facts.dayparts_open == 0);
  CHECK(month.facts.dayparts_scheduled > 0);
}

TEST_CASE("one place opened late, one has gaps, one fell silent") {
  CHECK(place_named("de-tuinkamer").history.opened_months_ago < 35);
  CHECK(place_named("de-wissel").history.lost_months_ago.size() == 3);
  CHECK(place_named("de-kajuit").history.silent_since_months_ago > 0);
}

}  // namespace
}  // namespace inloop::collector
