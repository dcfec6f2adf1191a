#pragma once
// What stands in the agenda, read whole to be taken elsewhere: as a calendar file or on paper. It
// writes nothing. Desk thread.

#include <string>
#include <vector>

#include "kiosk/app/host/desk.h"
#include "kiosk/core/series.h"

namespace inloop::app::host {

// Sessions in order of time, and the rules that they come of.
struct Agenda {
  std::vector<core::ProgrammeSession> sessions;
  std::vector<core::KnownSeries> series;
};

[[nodiscard]] Result<Agenda> read_agenda(core::Days const& days, Desk& desk);

// As the text of an .ics file in the first language of the house.
[[nodiscard]] Result<std::string> agenda_text(Agenda const& agenda, core::Days const& days,
                                              core::LocalTime const& now, Desk& desk);

// From today on, as far as anything is planned.
[[nodiscard]] Result<std::string> coming_agenda_text(core::LocalTime const& now, Desk& desk);

}  // namespace inloop::app::host
