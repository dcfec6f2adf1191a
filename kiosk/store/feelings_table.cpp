#include "kiosk/store/feelings_table.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

constexpr ColumnWords<core::all_feelings.size()> feeling_words{"yes", "a little", "no"};

}  // namespace

void add_one_feeling(SQLite::Database& database, core::Period month, core::Feeling feeling) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO feeling (month, answer, times) VALUES (?, ?, 1)
    ON CONFLICT DO UPDATE SET times = times + 1
  )sql");
  statement.bind(1, core::to_string(month));
  statement.bind(2, word(feeling_words, feeling));
  statement.exec();
}

FeelingCounts count_feelings(SQLite::Database& database, core::Period month) {
  SQLite::Statement statement(database, "SELECT answer, times FROM feeling WHERE month = ?");
  statement.bind(1, core::to_string(month));
  FeelingCounts counts{};
  while (statement.executeStep()) {
    auto const feeling =
        value_from<core::Feeling>(feeling_words, statement.getColumn(0).getString(), "feeling");
    counts[static_cast<std::size_t>(feeling)] = statement.getColumn(1).getInt64();
  }
  return counts;
}

std::optional<core::Period> first_month_with_feelings(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT min(month) FROM feeling");
  statement.executeStep();
  if (statement.getColumn(0).isNull()) return std::nullopt;
  return period_in(statement.getColumn(0));
}

}  // namespace inloop::store
