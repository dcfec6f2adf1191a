#pragma once
// A clock that stands still until it is told to move: for scripted mornings and tests. The thread
// that runs the script moves it; others may read it.

#include <atomic>

#include "kiosk/base/clock.h"

namespace inloop::app {

class ScriptedClock final : public Clock {
 public:
  explicit ScriptedClock(UtcTime start) : m_start(start) {}

  [[nodiscard]] UtcTime utc() const override {
    return m_start + std::chrono::seconds(m_passed_ms / 1000);
  }
  [[nodiscard]] std::int64_t uptime_ms() const override { return m_passed_ms; }

  // Time passes: the wall clock and the uptime move together.
  void advance(std::chrono::milliseconds duration) { m_passed_ms += duration.count(); }

 private:
  UtcTime const m_start;
  std::atomic<std::int64_t> m_passed_ms{0};
};

}  // namespace inloop::app
