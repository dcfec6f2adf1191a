#pragma once
// A clock that stands still until a test moves it. Any thread.

#include <atomic>
#include <chrono>

#include "kiosk/base/clock.h"

namespace inloop::test {

class StillClock final : public Clock {
 public:
  [[nodiscard]] UtcTime utc() const override { return earliest_believable; }
  [[nodiscard]] std::int64_t uptime_ms() const override { return m_uptime_ms; }

  void pass(std::chrono::milliseconds duration) { m_uptime_ms += duration.count(); }

 private:
  std::atomic<std::int64_t> m_uptime_ms = 1'000'000;
};

}  // namespace inloop::test
