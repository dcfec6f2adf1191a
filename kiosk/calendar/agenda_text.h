#pragma once
// The agenda of the place as an .ics file, for partners and for the town's own calendars. It holds
// what stands on the wall anyway: what, when, where; nobody who comes. Pure; any thread.

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/series.h"
#include "kiosk/core/words.h"

namespace inloop::calendar {

struct AgendaOptions {
  std::string place_id;
  std::string place_name;
  std::string time_zone;  // of the house, by its name in the time zone database
  core::LocalTime now;
};

// How the UIDs of all that comes from this place end: "@de-huiskamer".
[[nodiscard]] std::string own_uid_ending(std::string const& place_id);

// A whole VCALENDAR: each series as a rule with its exceptions, each session that was moved,
// cancelled or changed alone as an exception of its own, each that stands alone as an event.
// `sessions` are those from the first day to the last, and `series` all that they speak of. Of a
// series only what lies in these days is told. The same agenda gives the same UIDs each time.
[[nodiscard]] Result<std::string> agenda_text(std::vector<core::ProgrammeSession> const& sessions,
                                              std::vector<core::KnownSeries> const& series,
                                              core::Days const& days, AgendaOptions const& options,
                                              core::Words const& words);

}  // namespace inloop::calendar
