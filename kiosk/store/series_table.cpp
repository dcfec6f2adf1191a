#include "kiosk/store/series_table.h"

#include <array>
#include <bit>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

// A partner's rule is a fifth way to repeat.
constexpr ColumnWords<5> repeat_words{"once", "weekly", "monthly by weekday", "monthly by date",
                                      "foreign"};
constexpr int foreign = 4;
constexpr ColumnWords<3> holiday_words{"meet", "skip", "skip liberation day too"};
constexpr std::size_t date_bytes = 10;

std::string dates_text(std::vector<core::Date> const& dates) {
  std::string text;
  for (auto const date : dates) text += (text.empty() ? "" : " ") + text_of(date);
  return text;
}

std::vector<core::Date> dates_from(std::string const& text) {
  std::vector<core::Date> dates;
  for (std::size_t at = 0; at < text.size(); at += date_bytes + 1)
    dates.push_back(date_from(text.substr(at, date_bytes)));
  return dates;
}

constexpr std::string_view columns = R"sql(
  id, activity, date, minute, minutes, slots, repeat, interval_weeks, weekdays, nth, day_of_month,
  last, on_holidays, left_out, foreign_rule, foreign_zone, lead, uid, fingerprint, planned_until
)sql";

core::Recurrence recurrence_in(SQLite::Statement& row) {
  core::Recurrence recurrence{
      .repeat = value_from<core::Repeat>(repeat_words, row.getColumn(6).getString(), "repeat"),
      .interval_weeks = row.getColumn(7).getInt(),
      .weekdays = core::Weekdays::from_bits(row.getColumn(8).getUInt()),
      .nth = row.getColumn(9).getInt(),
      .day_of_month = row.getColumn(10).getInt(),
      .last = std::nullopt,
      .on_holidays = value_from<core::OnHolidays>(holiday_words, row.getColumn(12).getString(),
                                                  "rule for holidays"),
      .left_out = dates_from(row.getColumn(13).getString())};
  if (!row.getColumn(11).isNull()) recurrence.last = date_from(row.getColumn(11).getString());
  return recurrence;
}

SeriesRow series_in(SQLite::Database& database, SQLite::Statement& row) {
  SeriesRow found{.id = row.getColumn(0).getInt64(),
                  .activity = row.getColumn(1).getInt64(),
                  .series = {},
                  .fingerprint = std::bit_cast<std::uint64_t>(row.getColumn(18).getInt64()),
                  .planned_until = date_from(row.getColumn(19).getString())};
  auto& series = found.series;
  series.activity = activity_of(database, found.activity);
  series.first = {date_from(row.getColumn(2).getString()), row.getColumn(3).getInt()};
  series.minutes = row.getColumn(4).getInt();
  series.slots = row.getColumn(5).getInt();
  if (row.getColumn(6).getString() == repeat_words[foreign])
    series.rule = core::ForeignRule{row.getColumn(14).getString(), row.getColumn(15).getString()};
  else
    series.rule = recurrence_in(row);
  if (!row.getColumn(16).isNull()) series.lead = row.getColumn(16).getInt();
  series.uid = row.getColumn(17).getString();
  return found;
}

std::vector<SeriesRow> all_in(SQLite::Database& database, SQLite::Statement& rows) {
  std::vector<SeriesRow> all;
  while (rows.executeStep()) all.push_back(series_in(database, rows));
  return all;
}

void bind_rule(SQLite::Statement& statement, core::Series const& series) {
  auto const* const own = std::get_if<core::Recurrence>(&series.rule);
  auto const recurrence = own != nullptr ? *own : core::Recurrence{};
  statement.bind(7, own != nullptr ? word(repeat_words, own->repeat) : repeat_words[foreign]);
  statement.bind(8, recurrence.interval_weeks);
  statement.bind(9, recurrence.weekdays.bits());
  statement.bind(10, recurrence.nth);
  statement.bind(11, recurrence.day_of_month);
  if (recurrence.last) statement.bind(12, text_of(*recurrence.last));
  statement.bind(13, word(holiday_words, recurrence.on_holidays));
  statement.bind(14, dates_text(recurrence.left_out));
  auto const* const theirs = std::get_if<core::ForeignRule>(&series.rule);
  statement.bind(15, theirs != nullptr ? theirs->lines : std::string());
  statement.bind(16, theirs != nullptr ? theirs->zone : std::string());
}

}  // namespace

std::optional<SeriesRow> series_row(SQLite::Database& database, core::SeriesId id) {
  SQLite::Statement statement(database, fmt::format("SELECT {} FROM series WHERE id = ?", columns));
  statement.bind(1, id);
  if (!statement.executeStep()) return std::nullopt;
  return series_in(database, statement);
}

std::vector<SeriesRow> series_of_organiser(SQLite::Database& database,
                                           std::string const& organiser) {
  SQLite::Statement statement(database, fmt::format(R"sql(
    SELECT {} FROM series
    WHERE uid <> '' AND activity IN (SELECT id FROM activity WHERE organiser = ?) ORDER BY id
  )sql",
                                                    columns));
  statement.bind(1, organiser);
  return all_in(database, statement);
}

std::vector<SeriesRow> series_from(SQLite::Database& database, core::Date date) {
  SQLite::Statement statement(database, fmt::format(R"sql(
    SELECT {} FROM series
    WHERE id IN (SELECT series FROM session WHERE date >= ?) ORDER BY id
  )sql",
                                                    columns));
  statement.bind(1, text_of(date));
  return all_in(database, statement);
}

std::vector<SeriesRow> series_to_extend(SQLite::Database& database, core::Date horizon) {
  SQLite::Statement statement(
      database,
      fmt::format("SELECT {} FROM series WHERE planned_until < ? ORDER BY planned_until", columns));
  statement.bind(1, text_of(horizon));
  return all_in(database, statement);
}

std::size_t count_series(SQLite::Database& database) {
  return static_cast<std::size_t>(database.execAndGet("SELECT count(*) FROM series").getInt64());
}

core::SeriesId write_series(SQLite::Database& database, SeriesRow const& row) {
  // No REPLACE: it would delete the old row, which sessions speak of.
  SQLite::Statement statement(database, fmt::format(R"sql(
    INSERT INTO series ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      activity = excluded.activity, date = excluded.date, minute = excluded.minute,
      minutes = excluded.minutes, slots = excluded.slots, repeat = excluded.repeat,
      interval_weeks = excluded.interval_weeks, weekdays = excluded.weekdays, nth = excluded.nth,
      day_of_month = excluded.day_of_month, last = excluded.last,
      on_holidays = excluded.on_holidays, left_out = excluded.left_out,
      foreign_rule = excluded.foreign_rule, foreign_zone = excluded.foreign_zone,
      lead = excluded.lead, uid = excluded.uid, fingerprint = excluded.fingerprint,
      planned_until = excluded.planned_until
  )sql",
                                                    columns));
  auto const& series = row.series;
  if (row.id != 0) statement.bind(1, row.id);
  statement.bind(2, row.activity);
  statement.bind(3, text_of(series.first.date));
  statement.bind(4, series.first.minute_of_day);
  statement.bind(5, series.minutes);
  statement.bind(6, series.slots);
  bind_rule(statement, series);
  if (series.lead) statement.bind(17, *series.lead);
  statement.bind(18, series.uid);
  statement.bind(19, std::bit_cast<std::int64_t>(row.fingerprint));
  statement.bind(20, text_of(row.planned_until));
  statement.exec();
  return row.id != 0 ? row.id : database.getLastInsertRowid();
}

void delete_series(SQLite::Database& database, core::SeriesId id) {
  SQLite::Statement statement(database, "DELETE FROM series WHERE id = ?");
  statement.bind(1, id);
  statement.exec();
}

}  // namespace inloop::store
