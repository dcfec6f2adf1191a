#include "kiosk/store/the_day_table.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

constexpr ColumnWords<3> daypart_words{"morning", "afternoon", "evening"};
constexpr ColumnWords<3> first_time_words{"skipped", "yes", "no"};
constexpr ColumnWords<4> channel_words{"touch", "card", "host", "late"};
constexpr ColumnWords<2> opening_words{"open", "closed"};

core::Daypart daypart_in(SQLite::Column const& column) {
  return value_from<core::Daypart>(daypart_words, column.getString(), "daypart");
}

core::DaypartOfDay& daypart_in(core::Dayparts& dayparts, SQLite::Column const& column) {
  return dayparts[static_cast<std::size_t>(daypart_in(column))];
}

core::Opening opening_in(SQLite::Column const& column) {
  return value_from<core::Opening>(opening_words, column.getString(), "opening");
}

// The visit of a daypart whose minute was forgotten already: any minute of it will do.
int minute_in(core::Daypart daypart) {
  switch (daypart) {
    case core::Daypart::Morning:
      return 0;
    case core::Daypart::Afternoon:
      return core::noon_minute;
    case core::Daypart::Evening:
      break;
  }
  return core::evening_minute;
}

// What nobody said anything of any more needs no row.
void delete_empty_note(SQLite::Database& database, core::Date date, core::Daypart daypart) {
  SQLite::Statement statement(database, R"sql(
    DELETE FROM daypart_note
    WHERE date = ? AND daypart = ? AND opening IS NULL AND volunteers IS NULL
  )sql");
  statement.bind(1, text_of(date));
  statement.bind(2, word(daypart_words, daypart));
  statement.exec();
}

void read_people(SQLite::Database& database, core::Date date, core::Dayparts& dayparts) {
  SQLite::Statement statement(database, R"sql(
    SELECT daypart, sum(adults + children) FROM visit WHERE date = ? GROUP BY daypart
  )sql");
  statement.bind(1, text_of(date));
  while (statement.executeStep())
    daypart_in(dayparts, statement.getColumn(0)).people = statement.getColumn(1).getInt64();
}

void read_leavings(SQLite::Database& database, core::Date date, core::Dayparts& dayparts) {
  SQLite::Statement statement(database, "SELECT daypart, people FROM leaving WHERE date = ?");
  statement.bind(1, text_of(date));
  while (statement.executeStep())
    daypart_in(dayparts, statement.getColumn(0)).left = statement.getColumn(1).getInt64();
}

void read_notes(SQLite::Database& database, core::Date date, core::Dayparts& dayparts) {
  SQLite::Statement statement(database, R"sql(
    SELECT daypart, opening, volunteers FROM daypart_note WHERE date = ?
  )sql");
  statement.bind(1, text_of(date));
  while (statement.executeStep()) {
    auto& daypart = daypart_in(dayparts, statement.getColumn(0));
    if (!statement.getColumn(1).isNull()) daypart.opening = opening_in(statement.getColumn(1));
    if (!statement.getColumn(2).isNull()) daypart.volunteers = statement.getColumn(2).getInt();
  }
}

}  // namespace

core::Dayparts dayparts_of(SQLite::Database& database, core::Date date) {
  core::Dayparts dayparts;
  read_people(database, date, dayparts);
  read_leavings(database, date, dayparts);
  read_notes(database, date, dayparts);
  return dayparts;
}

std::optional<int> attendance_of(SQLite::Database& database, core::SessionId session) {
  SQLite::Statement statement(database, "SELECT attendance FROM session WHERE id = ?");
  statement.bind(1, session);
  if (!statement.executeStep() || statement.getColumn(0).isNull()) return std::nullopt;
  return statement.getColumn(0).getInt();
}

Found set_attendance(SQLite::Database& database, core::SessionId session,
                     std::optional<int> people) {
  SQLite::Statement statement(database, R"sql(
    UPDATE session SET attendance = ? WHERE id = ? AND state = 'planned'
  )sql");
  if (people) statement.bind(1, *people);
  statement.bind(2, session);
  return statement.exec() == 1 ? Found::Yes : Found::No;
}

Found change_leavings(SQLite::Database& database, core::Date date, core::Daypart daypart,
                      int change) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO leaving (date, daypart, people) VALUES (?, ?, max(0, ?))
    ON CONFLICT DO UPDATE SET people = max(0, people + ?)
  )sql");
  statement.bind(1, text_of(date));
  statement.bind(2, word(daypart_words, daypart));
  statement.bind(3, change);
  statement.bind(4, change);
  return statement.exec() == 1 ? Found::Yes : Found::No;
}

Found delete_leavings_before(SQLite::Database& database, core::Date today) {
  SQLite::Statement statement(database, "DELETE FROM leaving WHERE date < ?");
  statement.bind(1, text_of(today));
  return statement.exec() > 0 ? Found::Yes : Found::No;
}

void delete_leavings(SQLite::Database& database) {
  database.exec("DELETE FROM leaving");
}

void set_host_today(SQLite::Database& database, core::Date date,
                    std::optional<core::host::HostPicture> picture) {
  if (!picture) return delete_host_today(database);
  SQLite::Statement statement(database, R"sql(
    INSERT INTO host_today (id, date, picture) VALUES (1, ?, ?)
    ON CONFLICT DO UPDATE SET date = excluded.date, picture = excluded.picture
  )sql");
  statement.bind(1, text_of(date));
  statement.bind(2, *picture);
  statement.exec();
}

std::string name_of_host_today(SQLite::Database& database, core::Date date) {
  SQLite::Statement statement(database, R"sql(
    SELECT host.first_name FROM host_today JOIN host USING (picture)
    WHERE date = ? AND standing = 'active'
  )sql");
  statement.bind(1, text_of(date));
  return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

Found delete_host_today_before(SQLite::Database& database, core::Date today) {
  SQLite::Statement statement(database, "DELETE FROM host_today WHERE date < ?");
  statement.bind(1, text_of(today));
  return statement.exec() > 0 ? Found::Yes : Found::No;
}

void delete_host_today(SQLite::Database& database) {
  database.exec("DELETE FROM host_today");
}

void set_opening(SQLite::Database& database, core::Date date, core::Daypart daypart,
                 std::optional<core::Opening> opening) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO daypart_note (date, daypart, opening) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET opening = excluded.opening
  )sql");
  statement.bind(1, text_of(date));
  statement.bind(2, word(daypart_words, daypart));
  if (opening) statement.bind(3, word(opening_words, *opening));
  statement.exec();
  delete_empty_note(database, date, daypart);
}

void set_volunteers(SQLite::Database& database, core::Date date, core::Daypart daypart,
                    std::optional<int> volunteers) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO daypart_note (date, daypart, volunteers) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET volunteers = excluded.volunteers
  )sql");
  statement.bind(1, text_of(date));
  statement.bind(2, word(daypart_words, daypart));
  if (volunteers) statement.bind(3, *volunteers);
  statement.exec();
  delete_empty_note(database, date, daypart);
}

std::optional<KeptVisit> visit_to_correct(SQLite::Database& database, core::Date date,
                                          core::Daypart daypart) {
  SQLite::Statement statement(database, R"sql(
    SELECT id, minute, adults, children, first_time, channel
    FROM visit WHERE date = ? AND daypart = ?
    ORDER BY CASE channel WHEN 'host' THEN 0 WHEN 'card' THEN 2 ELSE 1 END, id DESC LIMIT 1
  )sql");
  statement.bind(1, text_of(date));
  statement.bind(2, word(daypart_words, daypart));
  if (!statement.executeStep()) return std::nullopt;
  auto const minute = statement.getColumn(1);
  return KeptVisit{
      .id = statement.getColumn(0).getInt64(),
      .visit = {
          .arrived = {.date = date,
                      .minute_of_day = minute.isNull() ? minute_in(daypart) : minute.getInt()},
          .party = {.adults = statement.getColumn(2).getInt(),
                    .children = statement.getColumn(3).getInt()},
          .first_time = value_from<core::FirstTime>(
              first_time_words, statement.getColumn(4).getString(), "first time"),
          .channel = value_from<core::Channel>(channel_words, statement.getColumn(5).getString(),
                                               "channel")}};
}

std::int64_t count_volunteers(SQLite::Database& database, core::Period period) {
  SQLite::Statement statement(database, R"sql(
    SELECT coalesce(sum(volunteers), 0) FROM daypart_note WHERE date BETWEEN ? AND ?
  )sql");
  statement.bind(1, text_of(core::first_day(period)));
  statement.bind(2, text_of(core::last_day(period)));
  statement.executeStep();
  return statement.getColumn(0).getInt64();
}

std::vector<core::NotedOpening> noted_openings(SQLite::Database& database, core::Period period) {
  SQLite::Statement statement(database, R"sql(
    SELECT date, daypart, opening FROM daypart_note
    WHERE date BETWEEN ? AND ? AND opening IS NOT NULL ORDER BY date, daypart
  )sql");
  statement.bind(1, text_of(core::first_day(period)));
  statement.bind(2, text_of(core::last_day(period)));
  std::vector<core::NotedOpening> noted;
  while (statement.executeStep())
    noted.push_back({.date = date_from(statement.getColumn(0).getString()),
                     .daypart = daypart_in(statement.getColumn(1)),
                     .opening = opening_in(statement.getColumn(2))});
  return noted;
}

std::optional<core::Date> first_noted(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT date FROM daypart_note WHERE volunteers > 0 ORDER BY date LIMIT 1
  )sql");
  if (!statement.executeStep()) return std::nullopt;
  return date_from(statement.getColumn(0).getString());
}

}  // namespace inloop::store
