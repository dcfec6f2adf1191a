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

// How far the wall clock can be believed.
enum class ClockTrust {
  Dead,    // it says a time before this program existed: nothing may be counted on a date
  Jumped,  // it jumped by more than a day: count, but close and forget nothing yet
  Steady,
};

// What every update is told about the time.
struct Now {
  LocalTime local;
  std::int64_t uptime_ms = 0;  // never jumps; for time-outs
  ClockTrust clock = ClockTrust::Steady;

  bool operator==(Now const&) const = default;
};

}  // namespace inloop::core
