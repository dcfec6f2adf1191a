#pragma once
// One VEVENT of a file as far as it matters to a programme: when, what, where. Not yet which times
// that comes to. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/calendar/content_lines.h"
#include "kiosk/calendar/time_value.h"
#include "kiosk/core/calendar_file.h"

namespace inloop::calendar {

struct EventPart {
  std::string uid;
  std::string title;
  std::string room;
  std::string link;
  TimeValue start;
  std::optional<TimeValue> end;
  std::optional<int> minutes;         // where the file says how long and not until when
  std::optional<TimeValue> replaces;  // the session of the event that this is instead of
  std::vector<std::string> rules;
  std::vector<TimeValue> added;
  std::vector<TimeValue> left_out;
  core::SessionState state = core::SessionState::Planned;
  std::int64_t sequence = 0;
  std::optional<core::CalendarRefusal> refusal;  // seen at once; the rest counts for nothing then

  bool operator==(EventPart const&) const = default;
};

[[nodiscard]] EventPart event_part(Component const& event);

// Text of a file as it fits a line on the glass: without line ends and control characters, and cut
// with "…" where it is too long.
[[nodiscard]] std::string one_line(std::string_view text, int most_characters);

// FNV-1a, 64 bits: to see that a text changed, not to keep anybody from changing it.
[[nodiscard]] std::uint64_t fingerprint_of(std::string_view text);

}  // namespace inloop::calendar
