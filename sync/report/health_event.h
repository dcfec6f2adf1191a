#pragma once
// What a kiosk says of itself to the town hall: is it well, and what waits to be sent. Nothing
// about visitors. It is sent by the courier, at most once a day; a count never waits for it. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::report {

inline constexpr std::size_t greatest_health_bytes = 4 * 1024;
inline constexpr std::string_view health_event_type = "nl.inloop.zuil.gezondheid.v1";
inline constexpr std::string_view health_event_schema_id =
    "https://inloop.example/schemas/zuilgezondheid-1.0.0.json";

// The JSON Schema (draft 7) of the event.
[[nodiscard]] std::string_view health_event_schema();

struct HealthEvent {
  std::string id;                            // UUID version 4, lower case
  std::string source;                        // as in the counts of this kiosk
  std::string place;                         // subject of the event and data.plek
  std::string time;                          // RFC 3339 in UTC with Z, by the kiosk's clock
  std::string software_version;              // softwareversie
  std::int64_t outbox_events = 0;            // wachtendeVrijgaven
  std::int64_t disk_free_mib = 0;            // vrijeSchijfruimteMiB
  std::optional<std::int64_t> clock_skew_s;  // klokafwijkingSeconden: positive when it is ahead
  std::string reader_state = "onbekend";     // kaartlezer: werkt, geen, storing or onbekend

  bool operator==(HealthEvent const&) const = default;
};

// The bytes of the event. Fails when the event breaks the schema.
[[nodiscard]] Result<std::string> to_json(HealthEvent const& event);

[[nodiscard]] Result<HealthEvent> health_event_from(std::string_view json);

// Every objection at once, in words for the sender. Empty: it is good.
[[nodiscard]] std::vector<std::string> objections_to_health(std::string_view json);

}  // namespace inloop::report
