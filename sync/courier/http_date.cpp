#include "sync/courier/http_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace inloop::courier {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Fields {
  unsigned day = 0;
  int year = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::string month;
};

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

bool is_letter(char character) {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

// Reads `text` against a pattern of the same length: D day, N month name, Y year, h m s time,
// _ a blank or a digit of the day, every other character stands for itself.
std::optional<Fields> fields_of(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return std::nullopt;
  Fields fields;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const character = text[at];
    char const meaning = pattern[at];
    int const digit = character - '0';
    if (meaning == 'N') {
      if (!is_letter(character)) return std::nullopt;
      fields.month += character;
      continue;
    }
    if (meaning == '_' && character == ' ') continue;
    bool const wants_digit = std::string_view("_DYhms").find(meaning) != std::string_view::npos;
    if (wants_digit ? !is_digit(character) : character != meaning) return std::nullopt;
    if (meaning == 'D' || meaning == '_')
      fields.day = fields.day * 10 + static_cast<unsigned>(digit);
    if (meaning == 'Y') fields.year = fields.year * 10 + digit;
    if (meaning == 'h') fields.hour = fields.hour * 10 + digit;
    if (meaning == 'm') fields.minute = fields.minute * 10 + digit;
    if (meaning == 's') fields.second = fields.second * 10 + digit;
  }
  return fields;
}

std::optional<UtcTime> time_of(Fields const& fields) {
  auto const found = std::find(month_names.begin(), month_names.end(), fields.month);
  if (found == month_names.end()) return std::nullopt;
  auto const month_number = static_cast<unsigned>(found - month_names.begin()) + 1;
  year_month_day const date{year{fields.year}, month{month_number}, day{fields.day}};
  // The grammar allows a second 60 for leap seconds.
  if (!date.ok() || fields.hour > 23 || fields.minute > 59 || fields.second > 60)
    return std::nullopt;
  return sys_days{date} + hours{fields.hour} + minutes{fields.minute} + seconds{fields.second};
}

int with_century(int two_digits, UtcTime now) {
  int const this_year = static_cast<int>(year_month_day{floor<days>(now)}.year());
  int const full = this_year - this_year % 100 + two_digits;
  return full > this_year + 50 ? full - 100 : full;
}

}  // namespace

std::optional<UtcTime> http_date_from(std::string_view text, UtcTime now) {
  auto const letters = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
  if (letters < 3 || letters > std::string_view("Wednesday").size()) return std::nullopt;
  auto const rest = text.substr(letters);
  if (auto const modern = fields_of(rest, ", DD NNN YYYY hh:mm:ss GMT")) return time_of(*modern);
  if (auto const ctime = fields_of(rest, " NNN _D hh:mm:ss YYYY")) return time_of(*ctime);
  auto old = fields_of(rest, ", DD-NNN-YY hh:mm:ss GMT");
  if (!old) return std::nullopt;
  old->year = with_century(old->year, now);
  return time_of(*old);
}

}  // namespace inloop::courier
