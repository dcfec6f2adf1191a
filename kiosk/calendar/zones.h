#pragma once
// Time zones: what calendars call them, and what the clock on a wall there says. Any thread.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/time.h"

namespace date {
class time_zone;
}

namespace inloop::calendar {

using Moment = std::chrono::sys_time<std::chrono::minutes>;

class Zone {
 public:
  // By a name of the time zone database: "Europe/Amsterdam". Fails when this machine has none.
  [[nodiscard]] static Result<Zone> named(std::string const& name);

  // Of a time that comes twice the first; one that does not come is as long after midnight as it
  // would have been without the change (RFC 5545, section 3.3.5).
  [[nodiscard]] Moment moment_of(core::LocalTime const& local) const;
  [[nodiscard]] core::LocalTime local_of(Moment moment) const;
  [[nodiscard]] std::chrono::minutes offset_at(Moment moment) const;

  [[nodiscard]] std::string name() const;

 private:
  explicit Zone(date::time_zone const* zone) : m_zone(zone) {}

  date::time_zone const* m_zone;  // of the library, for ever
};

// The name in the time zone database of what a calendar calls its zone: that name itself, one with
// something before it ("/mozilla.org/20070129_1/Europe/Amsterdam"), or one of Windows.
[[nodiscard]] std::optional<std::string> zone_named(std::string_view words);

// Every zone that a name of Windows stands for, each once.
[[nodiscard]] std::vector<std::string> zones_of_windows();

}  // namespace inloop::calendar
