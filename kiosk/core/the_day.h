#pragma once
// One day of the place as its host runs it: how many came and left, whether it is open, how many
// volunteers are at work. Numbers only, nothing of a person. Pure values and rules.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/core/activities.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/visits.h"

namespace inloop::core {

// vrijwilligers: at work in one daypart of one date, as the host entered them. Who works in two
// dayparts counts in both; who they are stands nowhere.
inline constexpr int most_volunteers = 30;

struct DaypartOfDay {
  std::int64_t people = 0;         // counted in
  std::int64_t left = 0;           // by "Ik ga weg", or told by the host
  std::optional<Opening> opening;  // absent: as the schedule has it
  std::optional<int> volunteers;   // absent: nobody said

  bool operator==(DaypartOfDay const&) const = default;
};

using Dayparts = std::array<DaypartOfDay, all_dayparts.size()>;

struct DaySession {
  Session session;
  std::optional<int> attendance;  // absent: nobody counted

  bool operator==(DaySession const&) const = default;
};

struct TheDay {
  Date date{};
  Dayparts dayparts;
  std::vector<DaySession> sessions;  // by time

  [[nodiscard]] DaypartOfDay& at(Daypart daypart) {
    return dayparts[static_cast<std::size_t>(daypart)];
  }
  [[nodiscard]] DaypartOfDay const& at(Daypart daypart) const {
    return dayparts[static_cast<std::size_t>(daypart)];
  }

  bool operator==(TheDay const&) const = default;
};

// As really open: what the host said, or else the schedule.
[[nodiscard]] bool is_open(TheDay const& day, Daypart daypart, OpeningSchedule const& schedule);

// The last daypart in which people are meant to be there: the place is open, or a session goes on.
// Nothing on a day on which neither is the case.
[[nodiscard]] std::optional<Daypart> last_daypart_of(TheDay const& day,
                                                     OpeningSchedule const& schedule);

// About how many people are in the house, for an evacuation: who was counted in less who left.
// After the last daypart everybody has gone home; who comes in later still counts.
[[nodiscard]] std::int64_t people_inside(TheDay const& day, OpeningSchedule const& schedule,
                                         LocalTime const& now);

// When somebody is counted who came in that daypart: now, or else the daypart's last minute.
// Nothing for a daypart that is yet to come.
[[nodiscard]] std::optional<LocalTime> counted_at(Daypart daypart, LocalTime const& now);

}  // namespace inloop::core
