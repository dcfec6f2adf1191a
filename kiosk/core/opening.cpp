#include "kiosk/core/opening.h"

#include <algorithm>

namespace inloop::core {
namespace {

bool was_open(Date date, Daypart daypart, OpeningSchedule const& schedule,
              std::span<NotedOpening const> noted) {
  auto const found = std::ranges::find_if(
      noted, [&](NotedOpening const& one) { return one.date == date && one.daypart == daypart; });
  if (found == noted.end()) return schedule.is_open(date, daypart);
  return found->opening == Opening::Open;
}

}  // namespace

std::int64_t dayparts_open(Period period, OpeningSchedule const& schedule,
                           std::span<NotedOpening const> noted) {
  std::int64_t dayparts = 0;
  auto const last = std::chrono::sys_days(last_day(period));
  for (auto day = std::chrono::sys_days(first_day(period)); day <= last;
       day += std::chrono::days{1})
    for (auto const daypart : all_dayparts)
      if (was_open(Date(day), daypart, schedule, noted)) ++dayparts;
  return dayparts;
}

}  // namespace inloop::core
