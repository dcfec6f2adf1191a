#pragma once
// How places are asked for and read from their rows, for every statement that lists them. Pure.

#include <algorithm>
#include <string>
#include <string_view>

#include "sync/collector/sql_conditions.h"

namespace inloop::collector {

// Capitals of ASCII as small letters, like lower() of both databases: no order or search may follow
// from the language of a server.
[[nodiscard]] inline std::string folded(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

// The first month a place told of, or else the one it was added in.
inline constexpr std::string_view opened_month =
    "CASE WHEN first_period = '' THEN substr(since, 1, 7) ELSE first_period END";

// Of `place LEFT JOIN kiosk_health ON kiosk_health.place = id`, for place_state_from().
inline constexpr std::string_view place_columns = R"sql(
  id, name, since, municipality, district, retired_at, first_period, last_period, last_received_at,
  COALESCE(kiosk_health.source, ''), COALESCE(kiosk_health.time, ''),
  COALESCE(kiosk_health.received_at, ''), COALESCE(software_version, ''),
  COALESCE(outbox_events, 0), COALESCE(disk_free_mib, 0), COALESCE(clock_skew_s, 0),
  COALESCE(reader_state, '')
)sql";

[[nodiscard]] PlaceState place_state_from(SqlRow const& row);
[[nodiscard]] SqlConditions conditions_of(PlaceFilter const& filter);

}  // namespace inloop::collector
