#pragma once
// From the parts of a file that have one UID to an event with its sessions on the wall of this
// house. Pure.

#include <variant>
#include <vector>

#include "kiosk/calendar/event_part.h"
#include "kiosk/calendar/file_zones.h"

namespace inloop::calendar {

struct EventContext {
  FileZones& zones;
  Zone house;
  core::LocalTime now;
  core::Days days;  // from today to the horizon
};

// The event; or why it is refused. An event with no session left within the days has none.
[[nodiscard]] std::variant<core::CalendarEvent, core::CalendarRefusal> calendar_event(
    std::vector<EventPart> const& parts, EventContext const& context);

}  // namespace inloop::calendar
