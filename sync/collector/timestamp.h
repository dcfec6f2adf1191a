#pragma once
// A moment as the interface writes it, in messages and in headers. Pure.

#include <string>

#include "kiosk/base/clock.h"

namespace inloop::collector {

// RFC 3339 in UTC: "2026-12-04T03:00:00Z".
[[nodiscard]] std::string timestamp(UtcTime time);

// The month in UTC: "2026-12".
[[nodiscard]] std::string month_of(UtcTime time);

// For the Date header (RFC 9110, 5.6.7): "Fri, 04 Dec 2026 03:00:00 GMT".
[[nodiscard]] std::string http_date(UtcTime time);

}  // namespace inloop::collector
