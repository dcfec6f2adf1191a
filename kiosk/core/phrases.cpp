#include "kiosk/core/phrases.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "kiosk/core/isolate.h"

namespace inloop::core {
namespace {

std::string weekday_in_words(std::chrono::weekday day, Words const& words) {
  switch (day.iso_encoding()) {
    case 1:
      return words.text("Monday");
    case 2:
      return words.text("Tuesday");
    case 3:
      return words.text("Wednesday");
    case 4:
      return words.text("Thursday");
    case 5:
      return words.text("Friday");
    case 6:
      return words.text("Saturday");
    default:
      return words.text("Sunday");
  }
}

// The form that a month has behind the number of a day.
std::string month_in_words(std::chrono::month month, Words const& words) {
  switch (unsigned{month}) {
    case 1:
      return words.text("January");
    case 2:
      return words.text("February");
    case 3:
      return words.text("March");
    case 4:
      return words.text("April");
    case 5:
      return words.text("May");
    case 6:
      return words.text("June");
    case 7:
      return words.text("July");
    case 8:
      return words.text("August");
    case 9:
      return words.text("September");
    case 10:
      return words.text("October");
    case 11:
      return words.text("November");
    default:
      return words.text("December");
  }
}

}  // namespace

Phrase phrase(std::string text) {
  return {text, text};
}

std::string filled(std::string sentence, std::initializer_list<Filling> fillings) {
  for (auto const& filling : fillings) {
    auto const placeholder = fmt::format("{{{}}}", filling.name);
    auto const at = sentence.find(placeholder);
    if (at != std::string::npos) sentence.replace(at, placeholder.size(), filling.text);
  }
  return sentence;
}

std::string counted(std::string sentence, std::int64_t count) {
  return filled(std::move(sentence), {{"count", isolated(fmt::format("{}", count))}});
}

std::string date_in_words(Date date, Words const& words) {
  auto const day = isolated(fmt::format("{}", unsigned{date.day()}));
  return filled(words.text("{weekday} {day} {month}"),
                {{"weekday", weekday_in_words(std::chrono::sys_days(date), words)},
                 {"day", day},
                 {"month", month_in_words(date.month(), words)}});
}

std::string time_of_day(int minute_of_day) {
  return fmt::format("{}:{:02}", minute_of_day / 60, minute_of_day % 60);
}

}  // namespace inloop::core
