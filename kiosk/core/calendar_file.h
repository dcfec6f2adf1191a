#pragma once
// What a partner's .ics file says, and what taking it in would change. Plain values:
// kiosk/calendar reads the file, kiosk/store compares and takes in.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/core/series.h"

namespace inloop::core {

inline constexpr std::size_t greatest_calendar_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t most_calendar_events = 5'000;
inline constexpr std::size_t most_calendar_sessions = 20'000;

// One session of an event within the horizon, in the time of this house.
struct CalendarSession {
  LocalTime original;  // where the rule has it (RECURRENCE-ID)
  LocalTime start;
  int minutes = 60;
  SessionState state = SessionState::Planned;
  std::string title;  // empty: that of the event
  std::string room;   // empty: that of the event

  bool operator==(CalendarSession const&) const = default;
};

// One event with all its exceptions, by its UID.
struct CalendarEvent {
  Series series;
  std::vector<CalendarSession> sessions;  // in order of `original`, each once
  std::uint64_t fingerprint = 0;          // of all that the file says of it and this house keeps

  bool operator==(CalendarEvent const&) const = default;
};

// Why an event is not taken in.
enum class CalendarRefusal {
  AllDay,
  TooLong,      // more than a day
  UnknownZone,  // its hours are in a time zone that nobody knows
  Broken,       // no start, no title, or a rule that cannot be read
  TooOften,     // more often than people can meet
  TooMany,      // beyond most_calendar_events or most_calendar_sessions
  Private,      // marked as private or confidential
  OurOwn,       // comes from this place's own agenda
};

struct RefusedEvent {
  CalendarRefusal reason = CalendarRefusal::Broken;
  std::string title;  // may be empty

  bool operator==(RefusedEvent const&) const = default;
};

struct CalendarFile {
  std::string name;  // what the calendar calls itself; may be empty
  std::vector<CalendarEvent> events;
  std::vector<RefusedEvent> refused;
  int past = 0;  // events with nothing left to come, or nothing within the horizon

  bool operator==(CalendarFile const&) const = default;
};

// What a partner's file would change here.
struct CalendarProposal {
  std::string organiser;
  std::vector<CalendarEvent> added;
  std::vector<CalendarEvent> changed;
  int unchanged = 0;
  std::vector<KnownSeries> gone;  // of this partner, and not in the file
  std::vector<RefusedEvent> refused;
  int past = 0;

  bool operator==(CalendarProposal const&) const = default;
};

// What becomes of a partner's series that are not in the file.
enum class WhenGone { Keep, TakeOut };

}  // namespace inloop::core
