#pragma once
// The time as the rules of the kiosk see it: always handed in, never asked for. Pure values.

#include <chrono>
#include <cstdint>

namespace inloop::core {

using Date = std::chrono::year_month_day;

// Time on the wall of the living room.
struct LocalTime {
  Date date{};
  int minute_of_day = 0;  // 0 to 1439

  bool operator==(LocalTime const&) const = default;
};

// What every update is told about the time.
struct Now {
  LocalTime local;
  std::int64_t uptime_ms = 0;    // never jumps; for time-outs
  bool is_clock_trusted = true;  // false after a dead battery: nothing may be counted on a date

  bool operator==(Now const&) const = default;
};

}  // namespace inloop::core
