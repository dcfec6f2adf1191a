#include <charconv>
#include <chrono>
#include <optional>

#include "kiosk/app/journey.h"

namespace inloop::app {
namespace {

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<int> whole_number(std::string_view digits) {
  int number = 0;
  auto const* const end = digits.data() + digits.size();
  auto const [stop, problem] = std::from_chars(digits.data(), end, number);
  if (problem != std::errc() || stop != end || number < 0) return std::nullopt;
  return number;
}

// "2026-10-05 09:10" as local minutes since 1970.
std::optional<std::int64_t> local_minutes(std::string_view text) {
  if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':')
    return std::nullopt;
  auto const year = whole_number(text.substr(0, 4));
  auto const month = whole_number(text.substr(5, 2));
  auto const day = whole_number(text.substr(8, 2));
  auto const hour = whole_number(text.substr(11, 2));
  auto const minute = whole_number(text.substr(14, 2));
  if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59)
    return std::nullopt;
  core::Date const date = std::chrono::year{*year} / *month / *day;
  if (!date.ok()) return std::nullopt;
  auto const days = std::chrono::local_days(date).time_since_epoch().count();
  return std::int64_t{days} * 24 * 60 + *hour * 60 + *minute;
}

// What stands between the quotes, or behind "#" a widget's id with its "#".
std::optional<std::string> words_of(std::string_view argument) {
  if (argument.starts_with('#') && argument.size() > 1) return std::string(argument);
  if (argument.size() < 3 || argument.front() != '"' || argument.back() != '"') return std::nullopt;
  return std::string(argument.substr(1, argument.size() - 2));
}

std::optional<platform::Key> key_of(std::string_view name) {
  using platform::Key;
  struct NamedKey {
    std::string_view name;
    Key key;
  };
  for (auto const& one :
       {NamedKey{"next", Key::Next}, NamedKey{"previous", Key::Previous},
        NamedKey{"press", Key::Press}, NamedKey{"back", Key::Back}, NamedKey{"repeat", Key::Repeat},
        NamedKey{"louder", Key::Louder}, NamedKey{"softer", Key::Softer}})
    if (one.name == name) return one.key;
  return std::nullopt;
}

bool is_card_number(std::string_view text) {
  return !text.empty() && text.size() % 2 == 0 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<Step> step_from(std::string_view verb, std::string_view argument) {
  using Kind = Step::Kind;
  auto const with_words = [&](Kind kind) -> std::optional<Step> {
    auto const words = words_of(argument);
    if (!words) return std::nullopt;
    return Step{.kind = kind, .words = *words};
  };
  if (verb == "tap") return with_words(Kind::Tap);
  if (verb == "see") return with_words(Kind::See);
  if (verb == "miss") return with_words(Kind::Miss);
  if (verb == "find") return with_words(Kind::Find);
  if (verb == "hear") return with_words(Kind::Hear);
  if (verb == "card" && is_card_number(argument))
    return Step{.kind = Kind::Card, .words = std::string(argument)};
  if (verb == "reader" && (argument == "gone" || argument == "back"))
    return Step{.kind = Kind::Reader, .is_reader_there = argument == "back"};
  if (verb == "key") {
    auto const key = key_of(argument);
    if (key) return Step{.kind = Kind::Key, .key = *key};
  }
  if (verb == "picture" && !argument.empty())
    return Step{.kind = Kind::Picture, .words = std::string(argument)};
  if (verb == "at") {
    auto const minutes = local_minutes(argument);
    if (minutes) return Step{.kind = Kind::At, .minutes = *minutes};
  }
  if (verb == "wait" && argument.ends_with(" s")) {
    auto const seconds = whole_number(argument.substr(0, argument.size() - 2));
    if (seconds) return Step{.kind = Kind::Wait, .seconds = *seconds};
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::byte> bytes_of(std::string_view hexadecimal) {
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i + 2 <= hexadecimal.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(hexadecimal.data() + i, hexadecimal.data() + i + 2, value, 16);
    bytes.push_back(std::byte(value));
  }
  return bytes;
}

Result<std::vector<Step>> parse_journey(std::string_view text) {
  std::vector<Step> steps;
  std::string objections;
  for (int line = 1; !text.empty(); ++line) {
    auto const end = text.find('\n');
    auto const sentence = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (sentence.empty() || sentence.front() == '#') continue;
    auto const space = sentence.find(' ');
    auto const argument =
        space == std::string_view::npos ? std::string_view() : trimmed(sentence.substr(space));
    if (auto step = step_from(sentence.substr(0, space), argument)) {
      step->line = line;
      steps.push_back(std::move(*step));
    } else {
      objections += fmt::format("line {}: \"{}\" is no step of a journey\n", line, sentence);
    }
  }
  if (!objections.empty()) return failure("{}", trimmed(objections));
  return steps;
}

}  // namespace inloop::app
