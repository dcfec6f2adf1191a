#include "kiosk/store/late_entries.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/core/visits.h"
#include "kiosk/store/column_text.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

constexpr ColumnWords<core::all_dayparts.size()> daypart_words{"morning", "afternoon", "evening"};

core::LateEntry entry_of(SQLite::Database& database, core::LateEntry const& at) {
  SQLite::Statement statement(database, R"sql(
    SELECT coalesce(sum(adults), 0), coalesce(sum(children), 0) FROM visit
    WHERE channel = 'late' AND date = ? AND daypart = ?
  )sql");
  statement.bind(1, text_of(at.date));
  statement.bind(2, word(daypart_words, at.daypart));
  statement.executeStep();
  return {.date = at.date,
          .daypart = at.daypart,
          .adults = statement.getColumn(0).getInt(),
          .children = statement.getColumn(1).getInt()};
}

void delete_entry(SQLite::Database& database, core::LateEntry const& at) {
  SQLite::Statement statement(
      database, "DELETE FROM visit WHERE channel = 'late' AND date = ? AND daypart = ?");
  statement.bind(1, text_of(at.date));
  statement.bind(2, word(daypart_words, at.daypart));
  statement.exec();
}

// In as few rows as a visit's greatest party allows: each row counts as one skipped answer, and
// paper does not tell who came together.
void insert_entry(SQLite::Database& database, core::LateEntry const& entry) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO visit (date, daypart, minute, adults, children, first_time, channel)
    VALUES (?, ?, NULL, ?, ?, 'skipped', 'late')
  )sql");
  auto left = entry;
  while (!left.is_empty()) {
    auto const adults = std::min(left.adults, core::most_adults);
    auto const children = std::min(left.children, core::most_children);
    statement.reset();
    statement.bind(1, text_of(entry.date));
    statement.bind(2, word(daypart_words, entry.daypart));
    statement.bind(3, adults);
    statement.bind(4, children);
    statement.exec();
    left.adults -= adults;
    left.children -= children;
  }
}

}  // namespace

Result<std::vector<core::LateEntry>> late_entries(Store& store, core::Period month) {
  using Entries = std::vector<core::LateEntry>;
  return store.impl().attempt(
      "listing late entries", [&](SQLite::Database& database) -> Result<Entries> {
        SQLite::Statement statement(database, R"sql(
          SELECT date, daypart, sum(adults), sum(children) FROM visit
          WHERE channel = 'late' AND date BETWEEN ? AND ?
          GROUP BY date, daypart
          ORDER BY date, CASE daypart WHEN 'morning' THEN 0 WHEN 'afternoon' THEN 1 ELSE 2 END
        )sql");
        statement.bind(1, text_of(core::first_day(month)));
        statement.bind(2, text_of(core::last_day(month)));
        Entries entries;
        while (statement.executeStep())
          entries.push_back({.date = date_from(statement.getColumn(0).getString()),
                             .daypart = value_from<core::Daypart>(
                                 daypart_words, statement.getColumn(1).getString(), "daypart"),
                             .adults = statement.getColumn(2).getInt(),
                             .children = statement.getColumn(3).getInt()});
        return entries;
      });
}

Result<core::LateEntry> put_late_entry(Store& store, core::LateEntry const& entry,
                                       core::Date today) {
  using Answer = Result<core::LateEntry>;
  return store.impl().attempt("entering late", [&](SQLite::Database& database) -> Answer {
    if (!core::is_valid(entry)) return failure("no paper list has so many people");
    if (std::chrono::sys_days(entry.date) > std::chrono::sys_days(today))
      return failure("{} is yet to come", text_of(entry.date));
    WriteTransaction transaction(database);
    auto const before = entry_of(database, entry);
    delete_entry(database, entry);
    insert_entry(database, entry);
    transaction.commit();
    return before;
  });
}

}  // namespace inloop::store
