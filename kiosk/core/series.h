#pragma once
// reeks: an activity with all the times at which it is, and what a host can do with one. Plain
// values; kiosk/calendar works out the dates and kiosk/store keeps them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/activities.h"
#include "kiosk/core/recurrence.h"

namespace inloop::core {

using SeriesId = std::int64_t;

// Sessions stand in the agenda up to this many days from today; tidying adds what comes nearer.
inline constexpr int horizon_days = 400;
inline constexpr int most_slots = 24;
inline constexpr std::size_t most_sessions_in_series = 2'000;
inline constexpr std::size_t greatest_uid_bytes = 255;
inline constexpr std::size_t greatest_rule_bytes = 4'000;

// A rule that a partner's calendar brought: its lines DTSTART, RRULE, RDATE and EXDATE, in the time
// of the wall there.
struct ForeignRule {
  std::string lines;  // each ending in a line feed
  std::string zone;   // of the time zone database: "Europe/London"; empty: the time of this house

  bool operator==(ForeignRule const&) const = default;
};

// First and last day, both included.
struct Days {
  Date first{};
  Date last{};

  bool operator==(Days const&) const = default;
};

// A werktafel is a series with slots: on each of its dates so many sessions one after the other,
// each for one token. Nothing of who sits at the table or why is kept.
struct Series {
  Activity activity;
  LocalTime first;   // nothing before this date; with Repeat::Once the date itself
  int minutes = 60;  // of each session, and so of each slot
  int slots = 1;
  std::variant<Recurrence, ForeignRule> rule;
  std::optional<int> lead;  // the picture of the host who leads it
  std::string uid;          // of the event in the calendar of the activity's organiser, if any

  bool operator==(Series const&) const = default;
};

// Why a series cannot be as it is; nothing when it can. What an activity may be is activity_limits'
// and what a recurrence may be is problem_with(Recurrence)'s.
enum class SeriesProblem { BadTimes, BadSlots, SlotsNeedToken, BadRecurrence };
[[nodiscard]] std::optional<SeriesProblem> problem_with(Series const& series);

// One session as the programme shows it.
struct ProgrammeSession {
  Session session;
  ActivityId activity = 0;
  std::optional<SeriesId> series;  // absent: it stands alone
  LocalTime original;              // where its series has it; differs when it was moved alone
  std::optional<int> lead;         // the picture of a host
  int slots = 1;                   // of its series

  bool operator==(ProgrammeSession const&) const = default;
};

struct KnownSeries {
  SeriesId id = 0;
  Series series;

  bool operator==(KnownSeries const&) const = default;
};

// What an edit or a removal is meant for.
enum class Scope { ThisOne, FromHereOn, All };

// Names the state before the last change of the programme, which alone can be taken back.
using ChangeId = std::int64_t;

// What a change of the programme did. Sessions that people had signed up for are cancelled, with
// the reason that was given, where others are taken out.
struct ProgrammeChange {
  ChangeId id = 0;
  int added = 0;
  int changed = 0;
  int removed = 0;
  int cancelled = 0;

  bool operator==(ProgrammeChange const&) const = default;
};

// Why the programme cannot be changed so.
enum class ProgrammeProblem {
  Gone,          // the session or series is not there any more
  Started,       // it began already: the past stays
  Occupied,      // the same activity is there at that time already
  NoDates,       // the rule gives no date within the horizon
  TooMany,       // more sessions, series or activities than a place can plan
  OfPartner,     // a partner's series: only one session of it can be changed here
  ChangedSince,  // something else was changed after what should be taken back
};

// What stands in the way of a session that is to be planned.
enum class ClashKind { Room, Lead };

struct Clash {
  ClashKind kind = ClashKind::Room;
  LocalTime wanted;  // the start of the session to be planned
  Session with;

  bool operator==(Clash const&) const = default;
};

inline constexpr std::size_t most_clashes = 20;  // the first ones; more help nobody

}  // namespace inloop::core
