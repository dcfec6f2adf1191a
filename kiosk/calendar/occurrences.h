#pragma once
// When a series is: from what a host chose, or a partner's calendar says, to times on the wall of
// this house. A session at half past two stays at half past two in the nights in which the clock
// changes. Pure; any thread.

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/series.h"

namespace inloop::calendar {

// The RRULE of a recurrence that repeats, without its end and its exceptions.
[[nodiscard]] std::string rule_of(core::Recurrence const& recurrence);

// In order, each once; of a series with slots the start of the first. `time_zone` is the house's, a
// name of the time zone database. Fails when it or a partner's rule cannot be understood.
[[nodiscard]] Result<std::vector<core::LocalTime>> occurrences(core::Series const& series,
                                                               core::Days const& days,
                                                               std::string const& time_zone);

}  // namespace inloop::calendar
