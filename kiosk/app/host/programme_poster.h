#pragma once
// A week of the agenda as the poster that paper draws: words in one or two languages. Desk thread.

#include "kiosk/app/host/programme_files.h"
#include "kiosk/paper/poster.h"

namespace inloop::app::host {

[[nodiscard]] paper::Poster poster_of(Agenda const& agenda,
                                      core::host::planning::PrintPoster const& asked, Desk& desk);

}  // namespace inloop::app::host
