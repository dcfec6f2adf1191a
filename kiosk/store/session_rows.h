#pragma once
// The SQL of what the programme decides about sessions; attendance and sign-ups are others'. It
// decides nothing itself. Throws SQLite::Exception; Programme turns that into a Result. Store
// thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/series.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

struct SessionRow {
  core::SessionId id = 0;
  core::ActivityId activity = 0;
  core::LocalTime start;
  int minutes = 60;
  core::SessionState state = core::SessionState::Planned;
  std::string reason;
  std::optional<core::SeriesId> series;
  core::LocalTime original;  // where its series has it; the start where there is none
  std::optional<int> lead;

  bool operator==(SessionRow const&) const = default;
};

[[nodiscard]] std::optional<SessionRow> session_row(SQLite::Database& database, core::SessionId id);
// In order of their originals.
[[nodiscard]] std::vector<SessionRow> sessions_of_series(SQLite::Database& database,
                                                         core::SeriesId series);
// In the order, and as many, as sessions_between reads.
[[nodiscard]] std::vector<SessionRow> session_rows_between(SQLite::Database& database,
                                                           core::Days const& days);
// Whether that activity has another session than `except` at that time.
[[nodiscard]] bool is_occupied(SQLite::Database& database, core::ActivityId activity,
                               core::LocalTime const& start, core::SessionId except);

// An id of 0 gets the next free one.
core::SessionId insert_session(SQLite::Database& database, SessionRow const& row);
void update_session(SQLite::Database& database, SessionRow const& row);
// Takes a session's times out of the way of others that are about to be written.
void park_session(SQLite::Database& database, core::SessionId id);
void delete_session(SQLite::Database& database, core::SessionId id);
// Whether somebody signed up for it or was counted at it.
[[nodiscard]] bool has_people(SQLite::Database& database, core::SessionId id);

}  // namespace inloop::store
