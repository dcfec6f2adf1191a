#pragma once
// A clock whose hands a test turns: forward, back, or against its own uptime.

#include <chrono>
#include <sstream>
#include <stdexcept>
#include <string>

#include <date/date.h>

#include "kiosk/base/clock.h"

namespace inloop::test {

class TurnedClock final : public Clock {
 public:
  [[nodiscard]] UtcTime utc() const override { return m_utc; }
  [[nodiscard]] std::int64_t uptime_ms() const override { return m_uptime_ms; }

  // RFC 3339 in UTC. The uptime stays: the hands are moved.
  void set(std::string const& text) {
    std::istringstream stream(text);
    stream >> date::parse("%FT%TZ", m_utc);
    if (stream.fail()) throw std::invalid_argument(text);
  }

  void jump(std::chrono::seconds by) { m_utc += by; }

  void pass(std::chrono::seconds duration) {
    m_utc += duration;
    m_uptime_ms += std::chrono::milliseconds(duration).count();
  }

 private:
  UtcTime m_utc = earliest_believable;
  std::int64_t m_uptime_ms = 0;
};

}  // namespace inloop::test
