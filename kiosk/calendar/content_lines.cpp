#include "kiosk/calendar/content_lines.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "kiosk/base/assert.h"

namespace inloop::calendar {
namespace {

constexpr std::size_t longest_line_bytes = 75;
constexpr unsigned char continuation_mask = 0xC0;
constexpr unsigned char continuation_mark = 0x80;

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & continuation_mask) == continuation_mark;
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  std::ranges::transform(capitals, capitals.begin(), [](unsigned char letter) {
    return static_cast<char>(std::toupper(letter));
  });
  return capitals;
}

// How many bytes the UTF-8 character that begins here has; 0 when none begins here.
std::size_t character_bytes(std::string_view text) {
  auto const first = static_cast<unsigned char>(text.front());
  std::size_t bytes = 1;
  if (first >= 0xC2 && first <= 0xDF) bytes = 2;
  if (first >= 0xE0 && first <= 0xEF) bytes = 3;
  if (first >= 0xF0 && first <= 0xF4) bytes = 4;
  if (bytes == 1) return first < continuation_mark ? 1 : 0;
  if (text.size() < bytes) return 0;
  for (std::size_t i = 1; i < bytes; ++i)
    if (!continues_character(text[i])) return 0;
  auto const second = static_cast<unsigned char>(text[1]);
  bool const is_too_long = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  bool const is_no_character = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return is_too_long || is_no_character ? 0 : bytes;
}

bool is_utf_8(std::string_view text) {
  while (!text.empty()) {
    auto const bytes = character_bytes(text);
    if (bytes == 0) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

void append_character(std::string& text, unsigned point) {
  if (point < 0x80U) {
    text += static_cast<char>(point);
  } else if (point < 0x800U) {
    text += static_cast<char>(0xC0U | (point >> 6U));
    text += static_cast<char>(0x80U | (point & 0x3FU));
  } else {
    text += static_cast<char>(0xE0U | (point >> 12U));
    text += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (point & 0x3FU));
  }
}

// What Windows-1252 has where Latin-1 has control characters; 0: nothing.
constexpr std::array<unsigned, 32> windows_letters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows(std::string_view text) {
  std::string converted;
  converted.reserve(text.size() + text.size() / 8);
  for (char const letter : text) {
    auto const byte = static_cast<unsigned char>(letter);
    bool const is_special = byte >= 0x80U && byte < 0x80U + windows_letters.size();
    auto const point = is_special ? windows_letters[byte - 0x80U] : unsigned{byte};
    if (point != 0 || !is_special) append_character(converted, point);
  }
  return converted;
}

// Lines as they were before they were folded. Any of CR LF, LF and CR ends one.
std::vector<std::string> unfolded(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find_first_of("\r\n");
    auto const line = text.substr(0, end);
    bool const continues = !lines.empty() && !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (continues)
      lines.back() += line.substr(1);
    else
      lines.emplace_back(line);
    if (end == text.npos) break;
    bool const is_pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (is_pair ? 2 : 1));
  }
  std::erase_if(lines, [](std::string const& line) { return line.empty(); });
  return lines;
}

// The position of the first of `signs` outside quotes.
std::size_t find_unquoted(std::string_view text, std::string_view signs) {
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    if (!is_quoted && signs.find(text[i]) != signs.npos) return i;
  }
  return text.npos;
}

std::string without_quotes(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '"');
  return plain;
}

// A line without a colon says nothing.
ContentLine content_line(std::string_view text) {
  ContentLine line;
  auto end = text.find_first_of(";:");
  line.name = in_capitals(text.substr(0, end));
  while (end != text.npos && text[end] == ';') {
    text.remove_prefix(end + 1);
    end = find_unquoted(text, ";:");
    auto const parameter = text.substr(0, end);
    auto const equals = parameter.find('=');
    if (equals == parameter.npos) continue;
    line.parameters.emplace_back(in_capitals(parameter.substr(0, equals)),
                                 without_quotes(parameter.substr(equals + 1)));
  }
  if (end != text.npos) line.value = text.substr(end + 1);
  return line;
}

}  // namespace

std::string_view ContentLine::parameter(std::string_view wanted) const {
  for (auto const& [name, text] : parameters)
    if (name == wanted) return text;
  return {};
}

ContentLine const* Component::line(std::string_view wanted) const {
  auto const found = std::ranges::find(lines, wanted, &ContentLine::name);
  return found == lines.end() ? nullptr : &*found;
}

std::string_view Component::value(std::string_view wanted) const {
  auto const* const found = line(wanted);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

Result<std::vector<Component>> components_in(std::string_view file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (file.starts_with(byte_order_mark)) file.remove_prefix(byte_order_mark.size());
  if (file.find('\0') != file.npos) return failure("this is no text");
  auto const lines = unfolded(is_utf_8(file) ? std::string(file) : from_windows(file));

  std::vector<Component> done;
  std::vector<Component> open;
  for (auto const& text : lines) {
    auto line = content_line(text);
    if (line.name == "BEGIN") {
      if (open.size() == most_nested_components)
        return failure("components nest at most {} deep", most_nested_components);
      open.push_back({.name = in_capitals(line.value), .lines = {}, .components = {}});
    } else if (line.name == "END") {
      if (open.empty() || open.back().name != in_capitals(line.value))
        return failure("{} ends that did not begin", in_capitals(line.value));
      auto closed = std::move(open.back());
      open.pop_back();
      (open.empty() ? done : open.back().components).push_back(std::move(closed));
    } else if (!open.empty()) {
      open.back().lines.push_back(std::move(line));
    } else {
      return failure("this is no calendar");
    }
  }
  if (!open.empty()) return failure("the file is cut off: {} does not end", open.back().name);
  if (done.empty()) return failure("this is no calendar");
  return done;
}

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      text += value[i];
      continue;
    }
    ++i;
    text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
  }
  return text;
}

std::string escaped(std::string_view text) {
  std::string value;
  for (char const letter : text) {
    if (letter == '\n') {
      value += "\\n";
      continue;
    }
    if (letter == '\\' || letter == ',' || letter == ';') value += '\\';
    value += letter;
  }
  return value;
}

std::string folded(std::string_view line) {
  std::string text;
  auto room = longest_line_bytes;
  while (line.size() > room) {
    auto end = room;
    while (end > 1 && continues_character(line[end])) --end;
    text += line.substr(0, end);
    text += "\r\n ";
    line.remove_prefix(end);
    room = longest_line_bytes - 1;
  }
  text += line;
  text += "\r\n";
  return text;
}

}  // namespace inloop::calendar
