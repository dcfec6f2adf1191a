#pragma once
// Reads the programme of another organisation from an .ics file, as Google, Outlook, Apple,
// Nextcloud and LibreOffice's neighbours write it. It keeps times, titles and rooms; who was
// invited and what was written about it is not even looked at. Pure; any thread.

#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/core/calendar_file.h"

namespace inloop::calendar {

// Events without an end take this long.
inline constexpr int usual_minutes = 60;

struct ReadOptions {
  core::LocalTime now;
  std::string time_zone;       // of the house, by its name in the time zone database
  std::string own_uid_ending;  // events with such a UID are the place's own
};

// Every event of the file, either taken or refused with its reason. Fails, in words, when it is too
// big, cut off or no calendar at all; then nothing of it counts.
[[nodiscard]] Result<core::CalendarFile> read_calendar(std::string_view file,
                                                       ReadOptions const& options);

}  // namespace inloop::calendar
