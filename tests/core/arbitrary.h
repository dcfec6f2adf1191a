#pragma once
// Arbitrary counts and opening schedules for property tests. Tests only.

#include <cstdint>
#include <vector>

#include <rapidcheck.h>

#include "kiosk/core/opening.h"
#include "kiosk/core/period_counts.h"

namespace inloop::core {

[[nodiscard]] inline rc::Gen<OpeningSchedule> arbitrary_schedule() {
  return rc::gen::map(rc::gen::inRange(0, 1 << 21), [](int open_slots) {
    OpeningSchedule schedule;
    for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
      for (auto const daypart : all_dayparts) {
        if (open_slots % 2 == 1) schedule.set_open(std::chrono::weekday{iso_day}, daypart);
        open_slots /= 2;
      }
    return schedule;
  });
}

[[nodiscard]] inline rc::Gen<DaypartCount> arbitrary_count() {
  auto const number = rc::gen::inRange<std::int64_t>(0, 100);
  return rc::gen::build<DaypartCount>(
      rc::gen::set(&DaypartCount::date, rc::gen::map(rc::gen::inRange(1U, 31U),
                                                     [](unsigned day) {
                                                       return Date{std::chrono::year{2026} / 11 /
                                                                   std::chrono::day{day}};
                                                     })),
      rc::gen::set(&DaypartCount::daypart, rc::gen::elementOf(std::vector<Daypart>(
                                               all_dayparts.begin(), all_dayparts.end()))),
      rc::gen::set(&DaypartCount::adults, number), rc::gen::set(&DaypartCount::children, number),
      rc::gen::set(&DaypartCount::first_time_skipped, number),
      rc::gen::set(&DaypartCount::first_time_yes, number),
      rc::gen::set(&DaypartCount::first_time_no, number));
}

[[nodiscard]] inline rc::Gen<std::vector<DaypartCount>> arbitrary_counts() {
  return rc::gen::container<std::vector<DaypartCount>>(arbitrary_count());
}

[[nodiscard]] inline rc::Gen<PeriodCounts> arbitrary_period() {
  return rc::gen::exec([] {
    auto const number = [] { return *rc::gen::inRange<std::int64_t>(0, 1000); };
    PeriodCounts counts{.dayparts = *arbitrary_counts()};
    for (auto& attendances : counts.participations) attendances = number();
    for (auto& answers : counts.feelings) answers = number();
    counts.volunteers = number();
    for (auto& facts : counts.sessions) {
      facts = {.held = number(), .cancelled = number()};
      facts.planned = facts.held + facts.cancelled;
    }
    return counts;
  });
}

}  // namespace inloop::core
