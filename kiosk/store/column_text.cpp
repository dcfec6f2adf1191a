#include "kiosk/store/column_text.h"

#include <charconv>

#include <fmt/format.h>
#include <sqlite3.h>

namespace inloop::store {

void damaged(std::string_view what) {
  throw SQLite::Exception(fmt::format("no {} where one belongs", what), SQLITE_CORRUPT);
}

std::string text_of(core::Date date) {
  INLOOP_ASSERT(date.ok() && int{date.year()} >= 0 && int{date.year()} <= 9999);
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

core::Date date_from(std::string const& text) {
  auto const period = core::period_from(std::string_view(text).substr(0, 7));
  unsigned day = 0;
  if (text.size() != 10 || !period) damaged("date");
  std::from_chars(text.data() + 8, text.data() + 10, day);
  auto const date = *period / std::chrono::day{day};
  if (!date.ok()) damaged("date");
  return date;
}

core::Period period_in(SQLite::Column const& column) {
  auto const period = core::period_from(column.getString());
  if (!period) damaged("period");
  return *period;
}

}  // namespace inloop::store
