#pragma once
// A period is a calendar month. It is closed once, a few days after its end so that counts from
// paper can still be entered. Pure values and rules.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/time.h"

namespace inloop::core {

using Period = std::chrono::year_month;

[[nodiscard]] constexpr Period period_of(Date date) {
  return date.year() / date.month();
}

[[nodiscard]] constexpr Date first_day(Period period) {
  return period / std::chrono::day{1};
}

[[nodiscard]] constexpr Date last_day(Period period) {
  return Date(period / std::chrono::last);
}

// The first date on which the period may be closed: `grace_days` whole days after its last day.
[[nodiscard]] constexpr Date closing_date(Period period, int grace_days) {
  return Date(std::chrono::sys_days(last_day(period)) + std::chrono::days{grace_days + 1});
}

[[nodiscard]] constexpr bool is_due(Period period, Date today, int grace_days) {
  return std::chrono::sys_days(today) >= std::chrono::sys_days(closing_date(period, grace_days));
}

// "2026-11", as ISO 8601 writes a month.
[[nodiscard]] std::string to_string(Period period);
[[nodiscard]] std::optional<Period> period_from(std::string_view text);

}  // namespace inloop::core
