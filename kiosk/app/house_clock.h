#pragma once
// The clock on the wall of the house: UTC turned into local time, and how far it can be believed.
// UI thread; what only converts may be called on any.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/core/time.h"

namespace inloop::app {

// Whether the clock is believed from the first moment. Unproven: nothing is closed on it for an
// hour, so that a wrong battery clock can be corrected first, and the correction is noticed.
enum class AtStart { Believed, Unproven };

class HouseClock {
 public:
  // `zone` is a name of the time zone database: "Europe/Amsterdam".
  [[nodiscard]] static Result<HouseClock> make(Clock const& clock, std::string const& zone,
                                               AtStart at_start = AtStart::Believed);
  HouseClock(HouseClock&&) noexcept;
  HouseClock& operator=(HouseClock&&) noexcept;
  ~HouseClock();

  // Call it often: between two calls it compares the wall clock with the uptime to notice jumps.
  [[nodiscard]] core::Now now();

  // As Clock has it. Any thread.
  [[nodiscard]] std::int64_t uptime_ms() const { return m_clock->uptime_ms(); }

  // Milliseconds until the minute on the wall changes, at least 1.
  [[nodiscard]] std::int64_t ms_to_next_minute() const;

  // The moment in letters and digits, for the names of files: "20261123T101500Z". Any thread.
  [[nodiscard]] std::string stamp() const;

  // RFC 3339 in UTC of a local time: "2026-12-04T03:00:00Z". Any thread.
  [[nodiscard]] std::string utc_text(core::LocalTime const& local) const;

  // The other way; nothing for what is no such text. Any thread.
  [[nodiscard]] std::optional<core::LocalTime> local_time(std::string const& utc_text) const;

 private:
  struct Zone;
  HouseClock(Clock const& clock, std::unique_ptr<Zone> zone);
  void notice_jump(UtcTime utc, std::int64_t uptime_ms);

  Clock const* m_clock;
  std::unique_ptr<Zone> m_zone;
  std::optional<UtcTime> m_last_utc;
  std::int64_t m_last_uptime_ms = 0;
  std::optional<std::int64_t> m_jumped_at_ms;
};

}  // namespace inloop::app
