#include "kiosk/core/periods.h"

#include <charconv>

#include <fmt/format.h>

namespace inloop::core {

std::string to_string(Period period) {
  return fmt::format("{:04}-{:02}", int{period.year()}, unsigned{period.month()});
}

std::optional<Period> period_from(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  int year = 0;
  unsigned month = 0;
  auto const* const end = text.data() + text.size();
  if (std::from_chars(text.data(), text.data() + 4, year).ptr != text.data() + 4) return {};
  if (std::from_chars(text.data() + 5, end, month).ptr != end) return {};
  Period const period = std::chrono::year{year} / std::chrono::month{month};
  if (!period.ok() || year < 0) return std::nullopt;
  return period;
}

}  // namespace inloop::core
