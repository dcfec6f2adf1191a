#include "sync/collector/months.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "kiosk/base/assert.h"

namespace inloop::collector {

MonthSpan narrowed(MonthSpan known, MonthRange const& wanted) {
  if (!wanted.first.empty()) known.first = std::max(known.first, month_number(wanted.first));
  if (!wanted.last.empty()) known.last = std::min(known.last, month_number(wanted.last));
  known.first = std::max(known.first, known.last - most_months_read + 1);
  return known;
}

int month_number(std::string_view month) {
  INLOOP_ASSERT(month.size() >= 7);
  int year = 0;
  int of_year = 0;
  std::from_chars(month.data(), month.data() + 4, year);
  std::from_chars(month.data() + 5, month.data() + 7, of_year);
  return year * 12 + of_year - 1;
}

std::string month_word(int number) {
  return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
}

}  // namespace inloop::collector
