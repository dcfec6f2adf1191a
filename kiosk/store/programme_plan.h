#pragma once
// What the files that make up Programme share: from a series to the starts of its sessions, and
// from a session to an activity with its facts. For those files only. Store thread.

#include <cstddef>
#include <vector>

#include "kiosk/store/programme.h"
#include "kiosk/store/programme_log.h"

namespace inloop::store {

[[nodiscard]] core::Days up_to_horizon(core::Date from, core::Date today);
[[nodiscard]] core::Date day_before(core::Date date);
[[nodiscard]] core::Date day_after(core::Date date);

// Refuses, in words, what no screen should have sent.
[[nodiscard]] Result<> check_series(core::Series const& series);

// A session of a series: which of the slots of its date it is.
struct Slot {
  core::LocalTime start;
  int number = 0;

  bool operator==(Slot const&) const = default;
};

// Every slot of these days, in order.
[[nodiscard]] Result<std::vector<Slot>> slots_of(Occurrences const& occurrences,
                                                 core::Series const& series,
                                                 core::Days const& days);
// Without those that have begun.
void drop_begun(std::vector<Slot>& slots, core::LocalTime const& now);

[[nodiscard]] bool has_begun(core::LocalTime const& start, core::LocalTime const& now);

// One that has these facts and no session at that time, or a new one.
[[nodiscard]] core::ActivityId activity_with(SQLite::Database& database,
                                             core::Activity const& activity,
                                             core::LocalTime const& start);

// A session as its series has it.
[[nodiscard]] SessionRow session_of_series(SeriesRow const& series, core::LocalTime const& start);

[[nodiscard]] bool has_room_for(SQLite::Database& database, std::size_t series);

}  // namespace inloop::store
