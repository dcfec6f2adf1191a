#pragma once
// The programme on sticks and on paper: partners' calendars in, the place's own agenda and the
// poster of a week out. It reads no store. Desk thread.

#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/host/programme_agenda.h"
#include "kiosk/core/host/room.h"

namespace inloop::app::host {

struct PartnersCalendar {
  core::CalendarFile file;
  std::string organiser;
};

// The calendar files in the folders of all sticks, by name.
[[nodiscard]] Result<core::host::ProgrammeOutcome> find_calendars(Desk& desk);

[[nodiscard]] std::variant<PartnersCalendar, core::host::planning::NotACalendar,
                           core::host::StickTrouble>
read_calendar_file(core::host::planning::ReadCalendar const& asked, core::LocalTime const& now,
                   Desk& desk);

[[nodiscard]] Result<core::host::ProgrammeOutcome> write_calendar(std::string const& text,
                                                                  Desk& desk);

[[nodiscard]] Result<core::host::ProgrammeOutcome> print_poster(
    Agenda const& agenda, core::host::planning::PrintPoster const& asked, Desk& desk);

}  // namespace inloop::app::host
