#pragma once
// Holding a month back: a host looks at it once more before it goes to the municipality. A hold
// ends by itself, so that no month is forgotten and none waits for another. Pure rules.

#include "kiosk/core/periods.h"

namespace inloop::core {

// Counted from the day on which the month would have gone. The next month is not due before, so a
// hold never keeps back any other month.
inline constexpr int most_held_days = 21;

// On this date the month goes, held or not.
[[nodiscard]] constexpr Date hold_end(Period period, int grace_days) {
  return Date(std::chrono::sys_days(closing_date(period, grace_days)) +
              std::chrono::days{most_held_days});
}

[[nodiscard]] constexpr bool has_hold_ended(Period period, Date today, int grace_days) {
  return std::chrono::sys_days(today) >= std::chrono::sys_days(hold_end(period, grace_days));
}

// A month can be held once it is over: before that there is nothing to look at.
[[nodiscard]] constexpr bool can_be_held(Period period, Date today, int grace_days) {
  return period_of(today) > period && !has_hold_ended(period, today, grace_days);
}

}  // namespace inloop::core
