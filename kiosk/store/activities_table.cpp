#include "kiosk/store/activities_table.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

constexpr ColumnWords<core::all_activity_kinds.size()> kind_words{
    "meeting", "moving", "cooking", "learning", "making", "helping", "advice"};
constexpr ColumnWords<4> sign_up_words{"open", "token", "name", "anonymous"};
constexpr ColumnWords<2> state_words{"planned", "cancelled"};

// An activity without a capacity has room for most_capacity. What is frozen is not counted again.
// The index that keeps tokens apart counts the few rows of one session without reading others.
constexpr std::string_view held = R"sql(
  coalesce(places_held, min(coalesce(capacity, 100),
                            (SELECT count(*) FROM sign_up WHERE sign_up.session = session.id)))
)sql";
static_assert(core::most_capacity == 100);

// CROSS JOIN: the sessions of a few days lead, never the activities of all years.
std::string select_sessions(std::string_view where) {
  return fmt::format(R"sql(
    SELECT title, picture, kind, sign_up, capacity, room, link, organiser,
           session.id, date, minute, minutes, state, reason, {} AS taken,
           (SELECT count(*) FROM sign_up WHERE sign_up.session = session.id) AS signed_up
    FROM session CROSS JOIN activity ON activity.id = session.activity
    {}
  )sql",
                     held, where);
}

core::Activity activity_in(SQLite::Statement& row) {
  core::Activity activity{
      .title = row.getColumn(0).getString(),
      .picture = row.getColumn(1).getString(),
      .kind = value_from<core::ActivityKind>(kind_words, row.getColumn(2).getString(), "kind"),
      .sign_up = value_from<core::SignUpMode>(sign_up_words, row.getColumn(3).getString(),
                                              "way to sign up"),
      .capacity = std::nullopt,
      .room = row.getColumn(5).getString(),
      .link = row.getColumn(6).getString(),
      .organiser = row.getColumn(7).getString()};
  if (!row.getColumn(4).isNull()) activity.capacity = row.getColumn(4).getInt();
  return activity;
}

core::Session session_in(SQLite::Statement& row) {
  auto const taken = row.getColumn(14).getInt();
  auto const signed_up = row.getColumn(15).getInt();
  return {.id = row.getColumn(8).getInt64(),
          .activity = activity_in(row),
          .start = {.date = date_from(row.getColumn(9).getString()),
                    .minute_of_day = row.getColumn(10).getInt()},
          .minutes = row.getColumn(11).getInt(),
          .state = value_from<core::SessionState>(state_words, row.getColumn(12).getString(),
                                                  "state of a session"),
          .reason = row.getColumn(13).getString(),
          .taken = taken,
          .waiting = std::max(0, signed_up - taken)};
}

}  // namespace

core::ActivityId insert_activity(SQLite::Database& database, core::Activity const& activity) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO activity (title, picture, kind, sign_up, capacity, room, link, organiser)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  )sql");
  statement.bind(1, activity.title);
  statement.bind(2, activity.picture);
  statement.bind(3, word(kind_words, activity.kind));
  statement.bind(4, word(sign_up_words, activity.sign_up));
  if (activity.capacity) statement.bind(5, *activity.capacity);
  statement.bind(6, activity.room);
  statement.bind(7, activity.link);
  statement.bind(8, activity.organiser);
  statement.exec();
  return database.getLastInsertRowid();
}

std::vector<KnownActivity> all_activities(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT title, picture, kind, sign_up, capacity, room, link, organiser, id
    FROM activity ORDER BY id
  )sql");
  std::vector<KnownActivity> activities;
  while (statement.executeStep())
    activities.push_back({statement.getColumn(8).getInt64(), activity_in(statement)});
  return activities;
}

std::size_t count_activities(SQLite::Database& database) {
  return static_cast<std::size_t>(database.execAndGet("SELECT count(*) FROM activity").getInt64());
}

core::Activity activity_of(SQLite::Database& database, core::ActivityId id) {
  SQLite::Statement statement(database, R"sql(
    SELECT title, picture, kind, sign_up, capacity, room, link, organiser FROM activity WHERE id = ?
  )sql");
  statement.bind(1, id);
  if (!statement.executeStep()) damaged("activity");
  return activity_in(statement);
}

std::vector<core::ActivityId> activities_titled(SQLite::Database& database,
                                                std::string const& title) {
  constexpr int enough = 20;
  SQLite::Statement statement(database,
                              "SELECT id FROM activity WHERE title = ? ORDER BY id DESC LIMIT ?");
  statement.bind(1, title);
  statement.bind(2, enough);
  std::vector<core::ActivityId> ids;
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

void delete_unused_activities(SQLite::Database& database) {
  database.exec(R"sql(
    DELETE FROM activity
    WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.activity = activity.id)
      AND NOT EXISTS (SELECT 1 FROM series WHERE series.activity = activity.id)
      AND NOT EXISTS (SELECT 1 FROM session_before WHERE session_before.activity = activity.id)
      AND NOT EXISTS (SELECT 1 FROM series_before WHERE series_before.activity = activity.id)
  )sql");
}

core::SessionId insert_session(SQLite::Database& database, core::ActivityId activity,
                               core::LocalTime const& start, int minutes) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO session (activity, date, minute, minutes) VALUES (?, ?, ?, ?)
  )sql");
  statement.bind(1, activity);
  statement.bind(2, text_of(start.date));
  statement.bind(3, start.minute_of_day);
  statement.bind(4, minutes);
  statement.exec();
  return database.getLastInsertRowid();
}

Found cancel_planned(SQLite::Database& database, core::SessionId session,
                     std::string const& reason) {
  SQLite::Statement statement(database, R"sql(
    UPDATE session SET state = 'cancelled', reason = ? WHERE id = ? AND state = 'planned'
  )sql");
  statement.bind(1, reason);
  statement.bind(2, session);
  return statement.exec() == 1 ? Found::Yes : Found::No;
}

Found update_attendance(SQLite::Database& database, core::SessionId session, int people) {
  SQLite::Statement statement(database, R"sql(
    UPDATE session SET attendance = ? WHERE id = ? AND state = 'planned'
  )sql");
  statement.bind(1, people);
  statement.bind(2, session);
  return statement.exec() == 1 ? Found::Yes : Found::No;
}

std::optional<core::Session> session_of(SQLite::Database& database, core::SessionId session) {
  SQLite::Statement statement(database, select_sessions("WHERE session.id = ?"));
  statement.bind(1, session);
  if (!statement.executeStep()) return std::nullopt;
  return session_in(statement);
}

std::vector<core::Session> sessions_between(SQLite::Database& database, core::Date first,
                                            core::Date last) {
  SQLite::Statement statement(database, select_sessions(R"sql(
    WHERE date BETWEEN ? AND ? ORDER BY date, minute, session.id LIMIT ?
  )sql"));
  statement.bind(1, text_of(first));
  statement.bind(2, text_of(last));
  statement.bind(3, static_cast<std::int64_t>(core::most_sessions_in_agenda));
  std::vector<core::Session> sessions;
  while (statement.executeStep()) sessions.push_back(session_in(statement));
  return sessions;
}

void freeze_places_of(SQLite::Database& database, core::Period period) {
  SQLite::Statement sessions(database, R"sql(
    SELECT session.id
    FROM (SELECT session FROM sign_up UNION SELECT session FROM name_key) AS kept
    CROSS JOIN session ON session.id = kept.session
    WHERE date BETWEEN ? AND ?
  )sql");
  sessions.bind(1, text_of(core::first_day(period)));
  sessions.bind(2, text_of(core::last_day(period)));
  std::vector<core::SessionId> signed_up;
  while (sessions.executeStep()) signed_up.push_back(sessions.getColumn(0).getInt64());
  for (auto const session : signed_up) freeze_places_of(database, session);
}

void freeze_places_of(SQLite::Database& database, core::SessionId session) {
  SQLite::Statement statement(database, fmt::format(R"sql(
    UPDATE session SET places_held = (SELECT {} FROM activity WHERE activity.id = session.activity)
    WHERE id = ? AND places_held IS NULL
  )sql",
                                                    held));
  statement.bind(1, session);
  statement.exec();
}

SessionCounts count_sessions(SQLite::Database& database, core::Period period,
                             std::optional<core::LocalTime> const& now) {
  // All slots of a table on one day are one occasion.
  SQLite::Statement statement(database, fmt::format(R"sql(
    SELECT kind, count(DISTINCT occasion),
           count(DISTINCT CASE WHEN stands THEN occasion END),
           count(DISTINCT CASE WHEN stands AND is_over THEN occasion END),
           sum(CASE WHEN stands AND is_over THEN people ELSE 0 END)
    FROM (SELECT kind, session.state = 'planned' AS stands, coalesce(attendance, {}) AS people,
                 CASE WHEN slots > 1 THEN format('table %d of %s', series.id, original_date)
                      ELSE format('session %d', session.id) END AS occasion,
                 unixepoch(session.date) / 60 + session.minute + session.minutes
                   <= coalesce(unixepoch(?3) / 60 + ?4, 1e18) AS is_over
          FROM session CROSS JOIN activity ON activity.id = session.activity
               LEFT JOIN series ON series.id = session.series
          WHERE session.date BETWEEN ?1 AND ?2)
    GROUP BY kind
  )sql",
                                                    held));
  statement.bind(1, text_of(core::first_day(period)));
  statement.bind(2, text_of(core::last_day(period)));
  if (now) {
    statement.bind(3, text_of(now->date));
    statement.bind(4, now->minute_of_day);
  }
  SessionCounts counts;
  while (statement.executeStep()) {
    auto const kind = static_cast<std::size_t>(
        value_from<core::ActivityKind>(kind_words, statement.getColumn(0).getString(), "kind"));
    auto const planned = statement.getColumn(1).getInt64();
    counts.sessions[kind] = {.planned = planned,
                             .held = statement.getColumn(3).getInt64(),
                             .cancelled = planned - statement.getColumn(2).getInt64()};
    counts.participations[kind] = statement.getColumn(4).getInt64();
  }
  return counts;
}

std::optional<core::Date> first_attended(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT min(date) FROM session WHERE attendance IS NOT NULL OR places_held > 0
  )sql");
  statement.executeStep();
  if (statement.getColumn(0).isNull()) return std::nullopt;
  return date_from(statement.getColumn(0).getString());
}

}  // namespace inloop::store
