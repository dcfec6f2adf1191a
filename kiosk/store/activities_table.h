#pragma once
// The SQL of activities and their sessions, and what of them is counted at the end of a month. It
// knows nothing of closing: the schema itself refuses a change in a closed period. Throws
// SQLite::Exception; Store turns that into a Result. Store thread.

#include <optional>
#include <vector>

#include "kiosk/core/activities.h"
#include "kiosk/core/period_counts.h"
#include "kiosk/store/found.h"
#include "kiosk/store/store.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

[[nodiscard]] core::ActivityId insert_activity(SQLite::Database& database,
                                               core::Activity const& activity);
[[nodiscard]] std::vector<KnownActivity> all_activities(SQLite::Database& database);
[[nodiscard]] std::size_t count_activities(SQLite::Database& database);
// One that is there.
[[nodiscard]] core::Activity activity_of(SQLite::Database& database, core::ActivityId id);
// The newest of them, newest first.
[[nodiscard]] std::vector<core::ActivityId> activities_titled(SQLite::Database& database,
                                                              std::string const& title);
// Those that nothing speaks of, not even what the last change of the programme can bring back.
void delete_unused_activities(SQLite::Database& database);

[[nodiscard]] core::SessionId insert_session(SQLite::Database& database, core::ActivityId activity,
                                             core::LocalTime const& start, int minutes);
// Only a planned session is found.
[[nodiscard]] Found cancel_planned(SQLite::Database& database, core::SessionId session,
                                   std::string const& reason);
[[nodiscard]] Found update_attendance(SQLite::Database& database, core::SessionId session,
                                      int people);

[[nodiscard]] std::optional<core::Session> session_of(SQLite::Database& database,
                                                      core::SessionId session);
// By their first day, both included; most_sessions_in_agenda of them.
[[nodiscard]] std::vector<core::Session> sessions_between(SQLite::Database& database,
                                                          core::Date first, core::Date last);

// Writes down how many places were held where that is not done yet, so that the sign-ups are not
// needed any more.
void freeze_places_of(SQLite::Database& database, core::Period period);
void freeze_places_of(SQLite::Database& database, core::SessionId session);

// By kind of activity, as core::PeriodCounts has them.
struct SessionCounts {
  decltype(core::PeriodCounts::participations) participations{};
  decltype(core::PeriodCounts::sessions) sessions{};
};
// With a time, sessions that have not ended by then are not taken as held.
[[nodiscard]] SessionCounts count_sessions(SQLite::Database& database, core::Period period,
                                           std::optional<core::LocalTime> const& now);

// The first session at which somebody was counted.
[[nodiscard]] std::optional<core::Date> first_attended(SQLite::Database& database);

}  // namespace inloop::store
