#pragma once
// One change of the programme while it is being made: writes series and sessions, counts what it
// did, and keeps what it found so that it can be taken back once. Lives inside a transaction, which
// its owner commits. Throws SQLite::Exception. Store thread.

#include <string>
#include <vector>

#include "kiosk/core/series.h"
#include "kiosk/store/series_table.h"
#include "kiosk/store/session_rows.h"

namespace inloop::store {

class ProgrammeLog {
 public:
  // Forgets what the change before this one found.
  ProgrammeLog(SQLite::Database& database, std::string reason);

  core::SeriesId add(SeriesRow const& row);
  void change(SeriesRow const& row);
  void remove_series(core::SeriesId id);

  core::SessionId add(SessionRow const& row);
  // What is to be changed is parked first, all of it, so that two sessions can change places.
  void park(std::vector<SessionRow> const& rows);
  void change(SessionRow const& row);
  // Takes it out. Where somebody signed up for it or was counted, it is cancelled and stands alone.
  void remove(SessionRow const& row);
  void cancel(SessionRow const& row);

  [[nodiscard]] core::ProgrammeChange const& summary() const { return m_summary; }

 private:
  void remember(core::SessionId id);
  void remember_series(core::SeriesId id);

  SQLite::Database& m_database;
  std::string m_reason;
  core::ProgrammeChange m_summary;
};

// The change that can be taken back; 0 when there is none.
[[nodiscard]] core::ChangeId last_change(SQLite::Database& database);

// Puts back what the last change found. Sessions that it added and that have people by now are
// cancelled, and stand alone.
void restore_before(SQLite::Database& database, std::string const& reason);

}  // namespace inloop::store
