#pragma once
// A time zone as a calendar describes it (VTIMEZONE, RFC 5545, section 3.6.5). Pure.

#include <string>

#include "kiosk/calendar/zones.h"
#include "kiosk/core/series.h"

namespace inloop::calendar {

// Lines ending in CR LF. What the clock does in the years of these days; where it changes on the
// last Sunday of the same months each year, as in Europe, for ever.
[[nodiscard]] std::string zone_text(Zone const& zone, core::Days const& days);

}  // namespace inloop::calendar
