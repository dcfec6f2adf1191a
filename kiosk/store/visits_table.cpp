#include "kiosk/store/visits_table.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

// The words in the file, in the order of the enumerations.
constexpr ColumnWords<3> daypart_words{"morning", "afternoon", "evening"};
constexpr ColumnWords<3> first_time_words{"skipped", "yes", "no"};
constexpr ColumnWords<4> channel_words{"touch", "card", "host", "late"};

}  // namespace

core::VisitId insert_visit(SQLite::Database& database, core::Visit const& visit) {
  INLOOP_ASSERT(core::is_valid(visit.party));
  SQLite::Statement statement(database, R"sql(
    INSERT INTO visit (date, daypart, minute, adults, children, first_time, channel)
    VALUES (?, ?, ?, ?, ?, ?, ?)
  )sql");
  statement.bind(1, text_of(visit.arrived.date));
  statement.bind(2, word(daypart_words, visit.daypart()));
  statement.bind(3, visit.arrived.minute_of_day);
  statement.bind(4, visit.party.adults);
  statement.bind(5, visit.party.children);
  statement.bind(6, word(first_time_words, visit.first_time));
  statement.bind(7, word(channel_words, visit.channel));
  statement.exec();
  return database.getLastInsertRowid();
}

Found update_visit(SQLite::Database& database, core::VisitId id, core::Party party,
                   core::FirstTime first_time) {
  INLOOP_ASSERT(core::is_valid(party));
  SQLite::Statement statement(database, R"sql(
    UPDATE visit SET adults = ?, children = ?, first_time = ? WHERE id = ?
  )sql");
  statement.bind(1, party.adults);
  statement.bind(2, party.children);
  statement.bind(3, word(first_time_words, first_time));
  statement.bind(4, id);
  return statement.exec() == 1 ? Found::Yes : Found::No;
}

Found delete_visit(SQLite::Database& database, core::VisitId id) {
  SQLite::Statement statement(database, "DELETE FROM visit WHERE id = ?");
  statement.bind(1, id);
  return statement.exec() == 1 ? Found::Yes : Found::No;
}

Found clear_minutes_before(SQLite::Database& database, core::Date today) {
  SQLite::Statement statement(database, R"sql(
    UPDATE visit SET minute = NULL WHERE minute IS NOT NULL AND date < ?
  )sql");
  statement.bind(1, text_of(today));
  return statement.exec() > 0 ? Found::Yes : Found::No;
}

void clear_minutes(SQLite::Database& database) {
  database.exec("UPDATE visit SET minute = NULL WHERE minute IS NOT NULL");
}

std::optional<Dates> dates_of_visits(SQLite::Database& database) {
  // Two look-ups in the index rather than one walk over ten years of rows.
  SQLite::Statement statement(database, R"sql(
    SELECT (SELECT min(date) FROM visit), (SELECT max(date) FROM visit)
  )sql");
  statement.executeStep();
  if (statement.getColumn(0).isNull()) return std::nullopt;
  return Dates{date_from(statement.getColumn(0).getString()),
               date_from(statement.getColumn(1).getString())};
}

std::vector<core::DaypartCount> count_visits(SQLite::Database& database, core::Period period) {
  SQLite::Statement statement(database, R"sql(
    SELECT date, daypart, sum(adults), sum(children), sum(first_time = 'skipped'),
           sum(first_time = 'yes'), sum(first_time = 'no')
    FROM visit WHERE date BETWEEN ? AND ?
    GROUP BY date, daypart
    ORDER BY date, CASE daypart WHEN 'morning' THEN 0 WHEN 'afternoon' THEN 1 ELSE 2 END
  )sql");
  statement.bind(1, text_of(core::first_day(period)));
  statement.bind(2, text_of(core::last_day(period)));
  std::vector<core::DaypartCount> counts;
  while (statement.executeStep())
    counts.push_back({.date = date_from(statement.getColumn(0).getString()),
                      .daypart = value_from<core::Daypart>(
                          daypart_words, statement.getColumn(1).getString(), "daypart"),
                      .adults = statement.getColumn(2).getInt64(),
                      .children = statement.getColumn(3).getInt64(),
                      .first_time_skipped = statement.getColumn(4).getInt64(),
                      .first_time_yes = statement.getColumn(5).getInt64(),
                      .first_time_no = statement.getColumn(6).getInt64()});
  return counts;
}

}  // namespace inloop::store
