#pragma once
// One activity as a calendar entry (RFC 5545) that fits a QR code, so that a visitor takes it along
// without any network. It knows no visitor: everybody gets the same text. Pure; any thread.

#include <cstddef>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/core/activities.h"
#include "kiosk/core/time.h"

namespace inloop::calendar {

inline constexpr std::size_t longest_uid_bytes = 64;
inline constexpr std::size_t longest_title_bytes = 160;
inline constexpr std::size_t longest_place_bytes = 4 * core::most_room_characters + 42;
inline constexpr std::size_t longest_note_bytes = 110;
inline constexpr int longest_entry_minutes = 24 * 60;

struct CalendarEntry {
  std::string uid;    // the same for the same session: scanned twice, it is one entry
  std::string title;  // "Yoga"
  core::LocalTime start;
  int minutes = 60;
  std::string place;  // name and address; may be empty
  std::string note;   // may be empty

  bool operator==(CalendarEntry const&) const = default;
};

// A whole VCALENDAR with one VEVENT, lines ending in CR LF, moments in UTC. `time_zone` is a name
// of the time zone database: "Europe/Amsterdam". Of a time that comes twice in a night in which the
// clock goes back it takes the first; of one that does not come, the moment of the change. Fails,
// in words, when a text is missing, too long or holds control characters, or the zone is unknown.
[[nodiscard]] Result<std::string> calendar_text(CalendarEntry const& entry,
                                                std::string const& time_zone);

}  // namespace inloop::calendar
