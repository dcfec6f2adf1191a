#include "kiosk/core/visits.h"

#include <catch2/catch.hpp>

using namespace inloop::core;

TEST_CASE("who taps and says nothing more is one adult, without an answer") {
  Visit const visit;
  CHECK(visit.party == Party{.adults = 1, .children = 0});
  CHECK(visit.first_time == FirstTime::Skipped);
  CHECK(visit.channel == Channel::Touch);
  CHECK(is_valid(visit.party));
}

TEST_CASE("a party has somebody in it") {
  CHECK(is_valid({.adults = 1, .children = 0}));
  CHECK(is_valid({.adults = 0, .children = 1}));
  CHECK_FALSE(is_valid({.adults = 0, .children = 0}));
  CHECK_FALSE(is_valid({.adults = -1, .children = 2}));
  CHECK_FALSE(is_valid({.adults = 2, .children = -1}));
}

TEST_CASE("a party fits through the door") {
  CHECK(is_valid({.adults = most_adults, .children = most_children}));
  CHECK_FALSE(is_valid({.adults = most_adults + 1, .children = 0}));
  CHECK_FALSE(is_valid({.adults = 1, .children = most_children + 1}));
}

TEST_CASE("a visit falls in the daypart of its minute") {
  Visit visit;
  visit.arrived.minute_of_day = noon_minute - 1;
  CHECK(visit.daypart() == Daypart::Morning);
  visit.arrived.minute_of_day = noon_minute;
  CHECK(visit.daypart() == Daypart::Afternoon);
  visit.arrived.minute_of_day = evening_minute;
  CHECK(visit.daypart() == Daypart::Evening);
}
