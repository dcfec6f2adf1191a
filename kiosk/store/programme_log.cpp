#include "kiosk/store/programme_log.h"

#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace inloop::store {
namespace {

constexpr std::string_view series_columns = R"sql(
  activity, date, minute, minutes, slots, repeat, interval_weeks, weekdays, nth, day_of_month, last,
  on_holidays, left_out, foreign_rule, foreign_zone, lead, uid, fingerprint, planned_until
)sql";
constexpr std::string_view session_columns = R"sql(
  activity, date, minute, minutes, state, reason, series, original_date, original_minute, lead
)sql";

void forget(SQLite::Database& database) {
  database.exec("DELETE FROM session_before; DELETE FROM series_before");
}

void run(SQLite::Database& database, std::string const& sql, std::int64_t id) {
  SQLite::Statement statement(database, sql);
  statement.bind(1, id);
  statement.exec();
}

std::vector<std::int64_t> ids(SQLite::Database& database, std::string const& sql) {
  SQLite::Statement statement(database, sql);
  std::vector<std::int64_t> found;
  while (statement.executeStep()) found.push_back(statement.getColumn(0).getInt64());
  return found;
}

SessionRow cancelled(SessionRow row, std::string const& reason) {
  if (row.state == core::SessionState::Cancelled) return row;
  row.state = core::SessionState::Cancelled;
  row.reason = reason;
  return row;
}

SessionRow alone(SessionRow row) {
  row.series.reset();
  row.original = row.start;
  return row;
}

// What was added goes; what has people by now stays, cancelled and without its series.
void take_out_added(SQLite::Database& database, std::string const& reason) {
  auto const leave = [&](core::SessionId id) {
    if (!has_people(database, id)) return delete_session(database, id);
    auto const row = session_row(database, id);
    if (row) update_session(database, cancelled(alone(*row), reason));
  };
  for (auto const id : ids(database, "SELECT id FROM session_before WHERE was_there = 0"))
    leave(id);
  // Tidying may have added sessions to a series since. A join, because IN would read all years.
  for (auto const id : ids(database, R"sql(
         SELECT session.id
         FROM series_before CROSS JOIN session ON session.series = series_before.id
         WHERE was_there = 0 AND session.id NOT IN (SELECT id FROM session_before)
       )sql"))
    leave(id);
}

}  // namespace

ProgrammeLog::ProgrammeLog(SQLite::Database& database, std::string reason)
    : m_database(database), m_reason(std::move(reason)) {
  forget(database);
  database.exec("DELETE FROM programme_change; INSERT INTO programme_change DEFAULT VALUES");
  m_summary.id = database.getLastInsertRowid();
}

// What is remembered first stands, so that a row that changes twice goes back to its beginning.
void ProgrammeLog::remember(core::SessionId id) {
  run(m_database,
      fmt::format("INSERT OR IGNORE INTO session_before (id, was_there, {0}) "
                  "SELECT id, 1, {0} FROM session WHERE id = ?",
                  session_columns),
      id);
}

void ProgrammeLog::remember_series(core::SeriesId id) {
  run(m_database,
      fmt::format("INSERT OR IGNORE INTO series_before (id, was_there, {0}) "
                  "SELECT id, 1, {0} FROM series WHERE id = ?",
                  series_columns),
      id);
}

core::SeriesId ProgrammeLog::add(SeriesRow const& row) {
  auto const id = write_series(m_database, row);
  run(m_database, "INSERT INTO series_before (id, was_there) VALUES (?, 0)", id);
  return id;
}

void ProgrammeLog::change(SeriesRow const& row) {
  remember_series(row.id);
  write_series(m_database, row);
}

void ProgrammeLog::remove_series(core::SeriesId id) {
  remember_series(id);
  delete_series(m_database, id);
}

core::SessionId ProgrammeLog::add(SessionRow const& row) {
  auto const id = insert_session(m_database, row);
  run(m_database, "INSERT INTO session_before (id, was_there) VALUES (?, 0)", id);
  ++m_summary.added;
  return id;
}

void ProgrammeLog::park(std::vector<SessionRow> const& rows) {
  for (auto const& row : rows) {
    remember(row.id);
    park_session(m_database, row.id);
  }
}

void ProgrammeLog::change(SessionRow const& row) {
  remember(row.id);
  update_session(m_database, row);
  ++m_summary.changed;
}

void ProgrammeLog::remove(SessionRow const& row) {
  remember(row.id);
  if (!has_people(m_database, row.id)) {
    delete_session(m_database, row.id);
    ++m_summary.removed;
    return;
  }
  update_session(m_database, cancelled(alone(row), m_reason));
  if (row.state != core::SessionState::Cancelled) ++m_summary.cancelled;
}

void ProgrammeLog::cancel(SessionRow const& row) {
  if (row.state == core::SessionState::Cancelled) return;
  remember(row.id);
  update_session(m_database, cancelled(row, m_reason));
  ++m_summary.cancelled;
}

core::ChangeId last_change(SQLite::Database& database) {
  return database.execAndGet("SELECT coalesce(max(id), 0) FROM programme_change").getInt64();
}

void restore_before(SQLite::Database& database, std::string const& reason) {
  take_out_added(database, reason);
  for (auto const id : ids(database, R"sql(
         SELECT session.id FROM session_before CROSS JOIN session USING (id) WHERE was_there = 1
       )sql"))
    park_session(database, id);
  // First the series, because sessions speak of them, but those that were added last.
  for (auto const id : ids(database, "SELECT id FROM series_before WHERE was_there = 1")) {
    run(database,
        fmt::format("INSERT INTO series (id, {0}) SELECT id, {0} FROM series_before WHERE id = ? "
                    "ON CONFLICT (id) DO UPDATE SET ({0}) = (SELECT {0} FROM series_before "
                    "WHERE series_before.id = excluded.id)",
                    series_columns),
        id);
  }
  for (auto const id : ids(database, "SELECT id FROM session_before WHERE was_there = 1")) {
    run(database,
        fmt::format("INSERT INTO session (id, {0}) SELECT id, {0} FROM session_before WHERE id = ? "
                    "ON CONFLICT (id) DO UPDATE SET ({0}) = (SELECT {0} FROM session_before "
                    "WHERE session_before.id = excluded.id)",
                    session_columns),
        id);
  }
  database.exec(R"sql(
    DELETE FROM series WHERE id IN (SELECT id FROM series_before WHERE was_there = 0);
    DELETE FROM programme_change;
  )sql");
  forget(database);
}

}  // namespace inloop::store
