#include "kiosk/app/house_clock.h"

#include <catch2/catch.hpp>

#include "kiosk/core/phrases.h"
#include "tests/app/turned_clock.h"

using namespace inloop;
using namespace inloop::app;
using inloop::test::TurnedClock;

namespace {

HouseClock in_amsterdam(TurnedClock const& clock) {
  auto made = HouseClock::make(clock, "Europe/Amsterdam");
  REQUIRE(made);
  return std::move(*made);
}

core::LocalTime local(int year, unsigned month, unsigned day, int minute_of_day) {
  return {.date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day},
          .minute_of_day = minute_of_day};
}

constexpr auto hours = [](int count) { return std::chrono::hours{count}; };

}  // namespace

TEST_CASE("a time zone that does not exist is refused in words") {
  TurnedClock const clock;
  auto const made = HouseClock::make(clock, "Europe/Klooslaan");
  REQUIRE_FALSE(made);
  CHECK_THAT(made.error().what, Catch::Contains("Europe/Klooslaan"));
}

TEST_CASE("the wall shows Dutch time, in winter and in summer") {
  TurnedClock clock;
  auto wall = in_amsterdam(clock);
  clock.set("2026-11-23T08:05:00Z");
  CHECK(wall.now().local == local(2026, 11, 23, 9 * 60 + 5));
  clock.set("2027-07-01T22:30:00Z");
  CHECK(wall.now().local == local(2027, 7, 2, 30));
}

TEST_CASE("in the nights when the clock changes a local time has one UTC time") {
  TurnedClock const clock;
  auto const wall = in_amsterdam(clock);
  CHECK(wall.utc_text(local(2026, 12, 4, 4 * 60)) == "2026-12-04T03:00:00Z");
  // 02:30 does not exist on 29 March 2026, and exists twice on 25 October 2026: then the first.
  CHECK(wall.utc_text(local(2026, 3, 29, 150)) == "2026-03-29T01:00:00Z");
  CHECK(wall.utc_text(local(2026, 10, 25, 150)) == "2026-10-25T00:30:00Z");
}

TEST_CASE("a clock from before the program existed is dead") {
  TurnedClock clock;
  auto wall = in_amsterdam(clock);
  clock.set("1970-01-01T00:10:00Z");
  CHECK(wall.now().clock == core::ClockTrust::Dead);
}

TEST_CASE("a dead clock that is set is steady at once") {
  TurnedClock clock;
  auto wall = in_amsterdam(clock);
  clock.set("1970-01-01T00:10:00Z");
  (void)wall.now();
  clock.set("2026-11-23T08:05:00Z");
  CHECK(wall.now().clock == core::ClockTrust::Steady);
}

TEST_CASE("a jump of more than a day, forward or back, is not trusted for an hour") {
  auto const jump = GENERATE(hours(25), hours(-25), hours(24 * 400));
  TurnedClock clock;
  auto wall = in_amsterdam(clock);
  clock.set("2026-11-23T08:05:00Z");
  CHECK(wall.now().clock == core::ClockTrust::Steady);
  clock.jump(jump);
  CHECK(wall.now().clock == core::ClockTrust::Jumped);
  clock.pass(std::chrono::minutes{59});
  CHECK(wall.now().clock == core::ClockTrust::Jumped);
  clock.pass(std::chrono::minutes{2});
  CHECK(wall.now().clock == core::ClockTrust::Steady);
}

TEST_CASE("a clock that is unproven at the start has to run evenly for an hour first") {
  TurnedClock clock;
  clock.set("2027-11-23T08:05:00Z");
  auto made = HouseClock::make(clock, "Europe/Amsterdam", AtStart::Unproven);
  REQUIRE(made);
  CHECK(made->now().clock == core::ClockTrust::Jumped);
  clock.pass(std::chrono::minutes{30});
  (void)made->now();
  clock.jump(hours(-24 * 365));
  CHECK(made->now().clock == core::ClockTrust::Jumped);
  clock.pass(std::chrono::minutes{59});
  CHECK(made->now().clock == core::ClockTrust::Jumped);
  clock.pass(std::chrono::minutes{2});
  CHECK(made->now().clock == core::ClockTrust::Steady);
}

TEST_CASE("a correction of hours and a machine that slept for days are no jumps") {
  TurnedClock clock;
  auto wall = in_amsterdam(clock);
  clock.set("2026-11-23T08:05:00Z");
  (void)wall.now();
  clock.jump(hours(-2));
  CHECK(wall.now().clock == core::ClockTrust::Steady);
  clock.pass(hours(24 * 9));
  CHECK(wall.now().clock == core::ClockTrust::Steady);
}

TEST_CASE("the next minute is never further than a minute away") {
  TurnedClock clock;
  auto const wall = in_amsterdam(clock);
  clock.set("2026-11-23T08:05:59Z");
  CHECK(wall.ms_to_next_minute() == 1000);
  clock.set("2026-11-23T08:06:00Z");
  CHECK(wall.ms_to_next_minute() == 60'000);
}
