#include "kiosk/core/tally.h"

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/core/arbitrary.h"

using namespace inloop::core;

namespace {

constexpr Date monday = std::chrono::year{2026} / 11 / 23;
constexpr Date tuesday = std::chrono::year{2026} / 11 / 24;

OpeningSchedule monday_mornings() {
  OpeningSchedule schedule;
  schedule.set_open(std::chrono::Monday, Daypart::Morning);
  return schedule;
}

std::int64_t people_in_slots(Tally const& tally) {
  std::int64_t people = 0;
  for (auto const& day : tally.people_by_slot)
    people = std::accumulate(day.begin(), day.end(), people);
  return people;
}

}  // namespace

TEST_CASE("a month without visits adds up to nothing") {
  CHECK(tally_of({}, monday_mornings()) == Tally{});
}

TEST_CASE("people are counted by kind, answers by check-in") {
  std::vector<DaypartCount> const counts{
      {.date = monday, .adults = 3, .children = 2, .first_time_skipped = 1, .first_time_yes = 1},
      {.date = tuesday, .adults = 1, .first_time_no = 1}};
  auto const tally = tally_of(counts, monday_mornings());
  CHECK(tally.adults == 4);
  CHECK(tally.children == 2);
  CHECK(tally.first_time_skipped == 1);
  CHECK(tally.first_time_yes == 1);
  CHECK(tally.first_time_no == 1);
}

TEST_CASE("people who come when the place means to be closed stand in a cell of their own") {
  std::vector<DaypartCount> const counts{
      {.date = monday, .daypart = Daypart::Morning, .adults = 3, .children = 2},
      {.date = monday, .daypart = Daypart::Evening, .adults = 1},
      {.date = tuesday, .daypart = Daypart::Morning, .children = 4}};
  auto const tally = tally_of(counts, monday_mornings());
  CHECK(tally.people_by_slot[0][0] == 5);
  CHECK(people_in_slots(tally) == 5);
  CHECK(tally.people_outside_opening == 5);
}

TEST_CASE("the same slot of several weeks is one cell") {
  std::vector<DaypartCount> const counts{{.date = monday, .adults = 3},
                                         {.date = std::chrono::year{2026} / 11 / 30, .adults = 4}};
  CHECK(tally_of(counts, monday_mornings()).people_by_slot[0][0] == 7);
}

TEST_CASE("each person stands in exactly one cell of the week") {
  CHECK(rc::check([] {
    auto const tally = tally_of(*arbitrary_counts(), *arbitrary_schedule());
    RC_ASSERT(people_in_slots(tally) + tally.people_outside_opening ==
              tally.adults + tally.children);
  }));
}

TEST_CASE("the order in which dayparts are counted does not matter") {
  CHECK(rc::check([] {
    auto counts = *arbitrary_counts();
    auto const schedule = *arbitrary_schedule();
    auto const tally = tally_of(counts, schedule);
    std::ranges::reverse(counts);
    RC_ASSERT(tally_of(counts, schedule) == tally);
  }));
}
