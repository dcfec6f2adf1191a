#include "kiosk/core/opening.h"

#include <catch2/catch.hpp>

using namespace inloop::core;

namespace {

constexpr Date monday = std::chrono::year{2026} / 11 / 23;
constexpr Date sunday = std::chrono::year{2026} / 11 / 29;

}  // namespace

TEST_CASE("the morning ends at noon and the afternoon at five") {
  CHECK(daypart_at(0) == Daypart::Morning);
  CHECK(daypart_at(11 * 60 + 59) == Daypart::Morning);
  CHECK(daypart_at(12 * 60) == Daypart::Afternoon);
  CHECK(daypart_at(16 * 60 + 59) == Daypart::Afternoon);
  CHECK(daypart_at(17 * 60) == Daypart::Evening);
  CHECK(daypart_at(23 * 60 + 59) == Daypart::Evening);
}

TEST_CASE("a place is open only in the dayparts that were set") {
  OpeningSchedule schedule;
  schedule.set_open(std::chrono::Monday, Daypart::Morning);
  for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
    for (auto const daypart : all_dayparts) {
      CAPTURE(iso_day, static_cast<int>(daypart));
      CHECK(schedule.is_open(std::chrono::weekday{iso_day}, daypart) ==
            (iso_day == 1 && daypart == Daypart::Morning));
    }
}

TEST_CASE("a date is open as its day of the week is") {
  OpeningSchedule schedule;
  schedule.set_open(std::chrono::Sunday, Daypart::Evening);
  CHECK(schedule.is_open(sunday, Daypart::Evening));
  CHECK_FALSE(schedule.is_open(sunday, Daypart::Morning));
  CHECK_FALSE(schedule.is_open(monday, Daypart::Evening));
}
