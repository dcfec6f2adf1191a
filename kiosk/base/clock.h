#pragma once
// What time it is, handed in so that tests can turn the clock. The system's clock is made by
// system_clock(); tests bring their own. Any thread.

#include <chrono>
#include <cstdint>

namespace inloop {

using UtcTime = std::chrono::sys_seconds;

class Clock {
 public:
  virtual ~Clock() = default;

  // Wall-clock time. It may jump: the battery of a small PC dies, a time server corrects it.
  [[nodiscard]] virtual UtcTime utc() const = 0;

  // Milliseconds since the machine started, also while it slept (CLOCK_BOOTTIME). Never jumps.
  [[nodiscard]] virtual std::int64_t uptime_ms() const = 0;
};

[[nodiscard]] Clock const& system_clock();

// Before this moment the program did not exist, so a clock that says so has lost its battery.
inline constexpr UtcTime earliest_believable{
    std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

[[nodiscard]] constexpr bool is_believable(UtcTime time) {
  return time >= earliest_believable;
}

}  // namespace inloop
