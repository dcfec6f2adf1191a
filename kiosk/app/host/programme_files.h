#pragma once
// The programme on sticks and on paper: partners' calendars in, the place's own agenda and the
// poster of a week out. It reads no store. Desk thread.

#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/host/desk.h"
#include "kiosk/core/host/room.h"

namespace inloop::app::host {

// What stands in the agenda, and the rules that it comes of.
struct Agenda {
  std::vector<core::ProgrammeSession> sessions;
  std::vector<core::KnownSeries> series;
};

struct PartnersCalendar {
  core::CalendarFile file;
  std::string organiser;
};

// The calendar files in the folders of all sticks, by name.
[[nodiscard]] Result<core::host::ProgrammeOutcome> find_calendars();

[[nodiscard]] std::variant<PartnersCalendar, core::host::planning::CalendarTrouble>
read_calendar_file(core::host::planning::ReadCalendar const& asked, core::LocalTime const& now,
                   Desk& desk);

[[nodiscard]] Result<core::host::ProgrammeOutcome> export_calendar(Agenda const& agenda,
                                                                   core::Days const& days,
                                                                   core::LocalTime const& now,
                                                                   Desk& desk);

[[nodiscard]] Result<core::host::ProgrammeOutcome> print_poster(
    Agenda const& agenda, core::host::planning::PrintPoster const& asked, Desk& desk);

}  // namespace inloop::app::host
