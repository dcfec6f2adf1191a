#pragma once
// Dates as HTTP writes them (RFC 9110, section 5.6.7): the form of today and the two old ones that
// a recipient must still read. Pure.

#include <optional>
#include <string_view>

#include "kiosk/base/clock.h"

namespace inloop::courier {

// Nothing when the text is no such date. `now` settles the century of a two-digit year: a year
// that looks more than 50 years ahead is past.
[[nodiscard]] std::optional<UtcTime> http_date_from(std::string_view text, UtcTime now);

}  // namespace inloop::courier
