#include "kiosk/store/session_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

constexpr ColumnWords<2> state_words{"planned", "cancelled"};

constexpr std::string_view columns = R"sql(
  id, activity, date, minute, minutes, state, reason, series, original_date, original_minute, lead
)sql";

SessionRow session_in(SQLite::Statement& row) {
  SessionRow session{.id = row.getColumn(0).getInt64(),
                     .activity = row.getColumn(1).getInt64(),
                     .start = {date_from(row.getColumn(2).getString()), row.getColumn(3).getInt()},
                     .minutes = row.getColumn(4).getInt(),
                     .state = value_from<core::SessionState>(
                         state_words, row.getColumn(5).getString(), "state of a session"),
                     .reason = row.getColumn(6).getString(),
                     .series = std::nullopt,
                     .original = {},
                     .lead = std::nullopt};
  session.original = session.start;
  if (!row.getColumn(7).isNull()) {
    session.series = row.getColumn(7).getInt64();
    session.original = {date_from(row.getColumn(8).getString()), row.getColumn(9).getInt()};
  }
  if (!row.getColumn(10).isNull()) session.lead = row.getColumn(10).getInt();
  return session;
}

// From parameter 2 on, in the order of `columns`.
void bind_session(SQLite::Statement& statement, SessionRow const& row) {
  statement.bind(2, row.activity);
  statement.bind(3, text_of(row.start.date));
  statement.bind(4, row.start.minute_of_day);
  statement.bind(5, row.minutes);
  statement.bind(6, word(state_words, row.state));
  statement.bind(7, row.reason);
  if (row.series) {
    statement.bind(8, *row.series);
    statement.bind(9, text_of(row.original.date));
    statement.bind(10, row.original.minute_of_day);
  }
  if (row.lead) statement.bind(11, *row.lead);
}

std::vector<SessionRow> all_in(SQLite::Statement& rows) {
  std::vector<SessionRow> all;
  while (rows.executeStep()) all.push_back(session_in(rows));
  return all;
}

}  // namespace

std::optional<SessionRow> session_row(SQLite::Database& database, core::SessionId id) {
  SQLite::Statement statement(database,
                              fmt::format("SELECT {} FROM session WHERE id = ?", columns));
  statement.bind(1, id);
  if (!statement.executeStep()) return std::nullopt;
  return session_in(statement);
}

std::vector<SessionRow> sessions_of_series(SQLite::Database& database, core::SeriesId series) {
  SQLite::Statement statement(database, fmt::format(R"sql(
    SELECT {} FROM session WHERE series = ? ORDER BY original_date, original_minute
  )sql",
                                                    columns));
  statement.bind(1, series);
  return all_in(statement);
}

std::vector<SessionRow> session_rows_between(SQLite::Database& database, core::Days const& days) {
  SQLite::Statement statement(database, fmt::format(R"sql(
    SELECT {} FROM session WHERE date BETWEEN ? AND ? ORDER BY date, minute, id LIMIT ?
  )sql",
                                                    columns));
  statement.bind(1, text_of(days.first));
  statement.bind(2, text_of(days.last));
  statement.bind(3, static_cast<std::int64_t>(core::most_sessions_in_agenda));
  return all_in(statement);
}

bool is_occupied(SQLite::Database& database, core::ActivityId activity,
                 core::LocalTime const& start, core::SessionId except) {
  SQLite::Statement statement(database, R"sql(
    SELECT 1 FROM session WHERE activity = ? AND date = ? AND minute = ? AND id <> ?
  )sql");
  statement.bind(1, activity);
  statement.bind(2, text_of(start.date));
  statement.bind(3, start.minute_of_day);
  statement.bind(4, except);
  return statement.executeStep();
}

core::SessionId insert_session(SQLite::Database& database, SessionRow const& row) {
  SQLite::Statement statement(
      database,
      fmt::format("INSERT INTO session ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns));
  if (row.id != 0) statement.bind(1, row.id);
  bind_session(statement, row);
  statement.exec();
  return row.id != 0 ? row.id : database.getLastInsertRowid();
}

void update_session(SQLite::Database& database, SessionRow const& row) {
  SQLite::Statement statement(database, R"sql(
    UPDATE session SET activity = ?2, date = ?3, minute = ?4, minutes = ?5, state = ?6, reason = ?7,
      series = ?8, original_date = ?9, original_minute = ?10, lead = ?11
    WHERE id = ?1
  )sql");
  statement.bind(1, row.id);
  bind_session(statement, row);
  statement.exec();
}

// Times of long ago, one for each id.
void park_session(SQLite::Database& database, core::SessionId id) {
  SQLite::Statement statement(database, R"sql(
    UPDATE session SET series = NULL, minute = id % 1440,
      date = date('0000-01-01', format('+%d days', id / 1440))
    WHERE id = ?
  )sql");
  statement.bind(1, id);
  statement.exec();
}

void delete_session(SQLite::Database& database, core::SessionId id) {
  SQLite::Statement key(database, "DELETE FROM name_key WHERE session = ?");
  key.bind(1, id);
  key.exec();
  SQLite::Statement session(database, "DELETE FROM session WHERE id = ?");
  session.bind(1, id);
  session.exec();
}

bool has_people(SQLite::Database& database, core::SessionId id) {
  SQLite::Statement statement(database, R"sql(
    SELECT 1 FROM session
    WHERE id = ? AND (attendance IS NOT NULL OR places_held IS NOT NULL OR
                      EXISTS (SELECT 1 FROM sign_up WHERE sign_up.session = session.id))
  )sql");
  statement.bind(1, id);
  return statement.executeStep();
}

}  // namespace inloop::store
