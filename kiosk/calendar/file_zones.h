#pragma once
// The time zones that one calendar file speaks of, by the names that it gives them. One file, one
// object; one thread.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/calendar/content_lines.h"
#include "kiosk/calendar/zones.h"
#include "kiosk/core/series.h"

namespace inloop::calendar {

inline constexpr std::size_t most_zones_in_file = 50;

class FileZones {
 public:
  // `calendars` has the VTIMEZONEs. What they say is compared with known zones over these days.
  FileZones(std::vector<Component> const& calendars, Zone house, core::Days days);

  // By its name, or else by what its VTIMEZONE says: then it is the house's own, or one of the
  // world, if the hours are the same on all of those days. Nothing when it is none of them.
  [[nodiscard]] std::optional<Zone> find(std::string const& name);

 private:
  [[nodiscard]] std::optional<Zone> look_up(std::string const& name) const;

  std::vector<Component> m_described;  // the VTIMEZONEs
  Zone m_house;
  core::Days m_days;
  std::map<std::string, std::optional<Zone>> m_found;
};

}  // namespace inloop::calendar
