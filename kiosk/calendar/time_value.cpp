#include "kiosk/calendar/time_value.h"

#include <charconv>
#include <chrono>

namespace inloop::calendar {
namespace {

constexpr int minutes_an_hour = 60;
constexpr int minutes_a_day = 24 * minutes_an_hour;
constexpr std::size_t date_letters = 8;   // "20261124"
constexpr std::size_t clock_letters = 7;  // "T140000"

// A number of just these digits; nothing else is one.
std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  auto const* const end = digits.data() + digits.size();
  auto const [at, problem] = std::from_chars(digits.data(), end, number);
  if (digits.empty() || digits[0] == '-' || problem != std::errc() || at != end)
    return std::nullopt;
  return number;
}

std::optional<core::Date> date_in(std::string_view text) {
  auto const year = number_in(text.substr(0, 4));
  auto const month = number_in(text.substr(4, 2));
  auto const day = number_in(text.substr(6, 2));
  if (!year || !month || !day) return std::nullopt;
  core::Date const date = std::chrono::year{*year} / *month / *day;
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<int> minute_in(std::string_view text) {
  auto const hour = number_in(text.substr(1, 2));
  auto const minute = number_in(text.substr(3, 2));
  auto const second = number_in(text.substr(5, 2));
  if (text[0] != 'T' || !hour || !minute || !second) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return *hour * minutes_an_hour + *minute;
}

std::optional<TimeValue> time_value(std::string_view text, std::string_view zone) {
  TimeValue value;
  if (text.size() < date_letters) return std::nullopt;
  auto const date = date_in(text.substr(0, date_letters));
  if (!date) return std::nullopt;
  value.time.date = *date;
  text.remove_prefix(date_letters);
  if (text.empty()) {
    value.kind = TimeKind::Date;
    return value;
  }
  if (text.size() < clock_letters) return std::nullopt;
  auto const minute = minute_in(text.substr(0, clock_letters));
  if (!minute) return std::nullopt;
  value.time.minute_of_day = *minute;
  text.remove_prefix(clock_letters);
  if (text == "Z") {
    value.kind = TimeKind::Utc;
  } else if (!text.empty()) {
    return std::nullopt;
  } else if (!zone.empty()) {
    value.kind = TimeKind::Zoned;
    value.zone = zone;
  }
  return value;
}

// How many minutes a letter of a length stands for; seconds are too short to matter.
std::optional<int> unit_minutes(char letter, bool is_clock) {
  if (!is_clock && letter == 'W') return 7 * minutes_a_day;
  if (!is_clock && letter == 'D') return minutes_a_day;
  if (is_clock && letter == 'H') return minutes_an_hour;
  if (is_clock && letter == 'M') return 1;
  if (is_clock && letter == 'S') return 0;
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<TimeValue>> time_values(ContentLine const& line) {
  std::vector<TimeValue> values;
  std::string_view rest = line.value;
  while (values.size() < most_times_in_line) {
    auto const end = rest.find(',');
    auto const one = rest.substr(0, end);
    auto const value = time_value(one.substr(0, one.find('/')), line.parameter("TZID"));
    if (!value) return std::nullopt;
    values.push_back(*value);
    if (end == rest.npos) return values;
    rest.remove_prefix(end + 1);
  }
  return std::nullopt;
}

std::optional<int> minutes_in(std::string_view duration) {
  constexpr int longest = 366 * minutes_a_day;
  if (duration.starts_with('+')) duration.remove_prefix(1);
  if (!duration.starts_with('P') || duration.size() < 3) return std::nullopt;
  duration.remove_prefix(1);
  int minutes = 0;
  bool is_clock = false;
  while (!duration.empty()) {
    if (duration[0] == 'T' && !is_clock) {
      is_clock = true;
      duration.remove_prefix(1);
      continue;
    }
    auto const digits = duration.find_first_not_of("0123456789");
    if (digits == duration.npos) return std::nullopt;
    auto const number = number_in(duration.substr(0, digits));
    auto const unit = unit_minutes(duration[digits], is_clock);
    if (!number || !unit || *number > longest) return std::nullopt;
    // No sum of a few such numbers overflows, because each is looked at.
    if (*unit > 0 && *number > (longest - minutes) / *unit) return std::nullopt;
    minutes += *number * *unit;
    duration.remove_prefix(digits + 1);
  }
  return minutes;
}

}  // namespace inloop::calendar
