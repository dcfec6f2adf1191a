#include "kiosk/store/export_tables.h"

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

enum class Dated { No, Yes };

struct TableSql {
  std::string_view file;
  std::string_view head;
  Dated dated = Dated::Yes;
  std::string_view sql;  // dated ones take the first and the last day of a year
};

TableSql const& sql_of(ExportTable table) {
  static constexpr std::array tables{
      TableSql{"bezoeken.csv",
               "datum,dagdeel,inchecks,volwassenen,kinderen,eersteKeerJa,eersteKeerNee,"
               "eersteKeerOvergeslagen",
               Dated::Yes, R"sql(
                 SELECT date, CASE daypart WHEN 'morning' THEN 'ochtend'
                                           WHEN 'afternoon' THEN 'middag' ELSE 'avond' END,
                        count(*), sum(adults), sum(children), sum(first_time = 'yes'),
                        sum(first_time = 'no'), sum(first_time = 'skipped')
                 FROM visit WHERE date BETWEEN ? AND ?
                 GROUP BY date, daypart
                 ORDER BY date, CASE daypart WHEN 'morning' THEN 1
                                             WHEN 'afternoon' THEN 2 ELSE 3 END
               )sql"},
      TableSql{"dagdelen.csv", "datum,dagdeel,openstelling,vrijwilligers", Dated::Yes, R"sql(
                 SELECT date, CASE daypart WHEN 'morning' THEN 'ochtend'
                                           WHEN 'afternoon' THEN 'middag' ELSE 'avond' END,
                        CASE opening WHEN 'open' THEN 'open' WHEN 'closed' THEN 'gesloten'
                                     ELSE 'volgens rooster' END, volunteers
                 FROM daypart_note WHERE date BETWEEN ? AND ? ORDER BY date, daypart
               )sql"},
      TableSql{"activiteiten.csv", "nummer,titel,soort,aanmelden,plekken,ruimte", Dated::No, R"sql(
                 SELECT id, title,
                        CASE kind WHEN 'meeting' THEN 'ontmoeten' WHEN 'moving' THEN 'bewegen'
                                  WHEN 'cooking' THEN 'koken' WHEN 'learning' THEN 'leren'
                                  WHEN 'making' THEN 'maken' WHEN 'helping' THEN 'helpen'
                                  ELSE 'advies' END,
                        CASE sign_up WHEN 'open' THEN 'vrij' WHEN 'token' THEN 'kaartje'
                                     WHEN 'name' THEN 'naam' ELSE 'anoniem' END, capacity, room
                 FROM activity ORDER BY id
               )sql"},
      TableSql{"bijeenkomsten.csv",
               "nummer,activiteit,datum,begin,minuten,stand,reden,aanwezig,plekkenBezet",
               Dated::Yes,
               R"sql(
                 SELECT id, activity, date, printf('%02d:%02d', minute / 60, minute % 60), minutes,
                        CASE state WHEN 'planned' THEN 'gepland' ELSE 'afgelast' END, reason,
                        attendance,
                        coalesce(places_held, (SELECT count(*) FROM sign_up
                                               WHERE sign_up.session = session.id))
                 FROM session WHERE date BETWEEN ? AND ? ORDER BY date, minute, id
               )sql"},
      TableSql{"gevoel.csv", "maand,antwoord,aantal", Dated::Yes, R"sql(
                 SELECT month, CASE answer WHEN 'yes' THEN 'ja' WHEN 'a little' THEN 'een beetje'
                                           ELSE 'nee' END, times
                 FROM feeling WHERE month BETWEEN substr(?, 1, 7) AND substr(?, 1, 7)
                 ORDER BY month, answer
               )sql"},
      TableSql{"verhalen.csv", "datum,verhaal", Dated::Yes, R"sql(
                 SELECT date, text FROM story WHERE date BETWEEN ? AND ? ORDER BY date, id
               )sql"},
  };
  static_assert(tables.size() == all_export_tables.size());
  auto const index = static_cast<std::size_t>(table);
  INLOOP_ASSERT(index < tables.size());
  return tables[index];
}

// Between quotes where it must be. A cell that a spreadsheet would take for a formula gets a blank
// in front: hosts type titles, and partners' files bring them in.
std::string cell(std::string const& text) {
  auto const is_formula =
      !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
  auto const plain = is_formula ? " " + text : text;
  if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (auto const letter : plain) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string row_of(SQLite::Statement& statement) {
  std::string row;
  for (int i = 0; i < statement.getColumnCount(); ++i) {
    auto const column = statement.getColumn(i);
    row += i == 0 ? "" : ",";
    // A number is none of a spreadsheet's formulas, also where it is below zero.
    row += column.isInteger() ? std::to_string(column.getInt64()) : cell(column.getString());
  }
  return row + "\r\n";
}

}  // namespace

std::string_view file_name_of(ExportTable table) {
  return sql_of(table).file;
}

std::string head_of(ExportTable table) {
  return std::string(sql_of(table).head) + "\r\n";
}

Result<std::optional<Years>> exported_years(Store& store) {
  using Found = Result<std::optional<Years>>;
  return store.impl().attempt("looking for years", [](SQLite::Database& database) -> Found {
    SQLite::Statement statement(database, R"sql(
      WITH day AS (
        SELECT min(date) AS first, max(date) AS last FROM visit
        UNION ALL SELECT min(date), max(date) FROM session
        UNION ALL SELECT min(date), max(date) FROM daypart_note
        UNION ALL SELECT min(month) || '-01', max(month) || '-01' FROM feeling
        UNION ALL SELECT min(date), max(date) FROM story)
      SELECT CAST(substr(min(first), 1, 4) AS INTEGER), CAST(substr(max(last), 1, 4) AS INTEGER)
      FROM day
    )sql");
    if (!statement.executeStep() || statement.isColumnNull(0)) return std::nullopt;
    return Years{statement.getColumn(0).getInt(), statement.getColumn(1).getInt()};
  });
}

Result<std::string> exported_rows(Store& store, ExportTable table, int year, Piece piece) {
  auto const& part = sql_of(table);
  if (part.dated == Dated::No && piece == Piece::Later) return std::string();
  return store.impl().attempt(part.file, [&](SQLite::Database& database) -> Result<std::string> {
    SQLite::Statement statement(database, std::string(part.sql));
    if (part.dated == Dated::Yes) {
      statement.bind(1, fmt::format("{:04}-01-01", year));
      statement.bind(2, fmt::format("{:04}-12-31", year));
    }
    std::string rows;
    while (statement.executeStep()) rows += row_of(statement);
    return rows;
  });
}

}  // namespace inloop::store
