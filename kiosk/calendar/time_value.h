#pragma once
// The times of iCalendar: dates, times on a wall, moments in UTC, lengths. Values that name no zone
// are as they stand; whose wall it is, is for the reader to say. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/calendar/content_lines.h"
#include "kiosk/core/time.h"

namespace inloop::calendar {

enum class TimeKind {
  Date,
  Floating,  // on the wall of whoever reads it
  Utc,
  Zoned,  // on the wall of the zone that is named
};

struct TimeValue {
  TimeKind kind = TimeKind::Floating;
  core::LocalTime time;  // of a date, its midnight
  std::string zone;      // as the file calls it

  bool operator==(TimeValue const&) const = default;
};

inline constexpr std::size_t most_times_in_line = 5'000;

// The values of a DTSTART, DTEND, RECURRENCE-ID, RDATE or EXDATE; of periods their beginnings.
// Nothing when one of them is no time. Seconds are dropped.
[[nodiscard]] std::optional<std::vector<TimeValue>> time_values(ContentLine const& line);

// "P1W", "PT1H30M", "P1DT2H" in minutes; nothing when it is no length or a negative one.
[[nodiscard]] std::optional<int> minutes_in(std::string_view duration);

}  // namespace inloop::calendar
