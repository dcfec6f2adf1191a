#include "sync/outbox/names.h"

#include <charconv>

#include <fmt/format.h>

#include "sync/outbox/folder_file.h"

namespace inloop::outbox {
namespace {

constexpr std::string_view file_suffix = ".json";

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

}  // namespace

bool is_event_id(std::string_view id) {
  constexpr std::string_view shape = "xxxxxxxx-xxxx-4xxx-Nxxx-xxxxxxxxxxxx";
  if (id.size() != shape.size()) return false;
  for (std::size_t index = 0; index < id.size(); ++index) {
    auto const c = id[index];
    switch (shape[index]) {
      case 'x':
        if (!is_hexadecimal(c)) return false;
        break;
      case 'N':
        if (c != '8' && c != '9' && c != 'a' && c != 'b') return false;
        break;
      default:
        if (c != shape[index]) return false;
    }
  }
  return true;
}

std::string event_file_name(std::int64_t sequence, std::string_view id) {
  return fmt::format("{}-{}{}", sequence, id, file_suffix);
}

std::string receipt_file_name(std::string_view id) {
  return fmt::format("{}{}", id, file_suffix);
}

std::optional<EventName> event_name_from(std::string_view file_name) {
  auto const dash = file_name.find('-');
  if (dash == std::string_view::npos || !file_name.ends_with(file_suffix)) return std::nullopt;
  EventName name;
  std::from_chars(file_name.data(), file_name.data() + dash, name.sequence);
  auto const rest = file_name.substr(dash + 1);
  name.id = rest.substr(0, rest.size() - file_suffix.size());
  if (name.sequence < 1 || name.sequence > greatest_sequence || !is_event_id(name.id))
    return std::nullopt;
  // Only one spelling: "007" and "+7" are names of somebody else.
  if (event_file_name(name.sequence, name.id) != file_name) return std::nullopt;
  return name;
}

bool is_temporary_name(std::string_view file_name) {
  if (!file_name.ends_with(temporary_suffix)) return false;
  file_name.remove_suffix(temporary_suffix.size());
  if (event_name_from(file_name)) return true;
  return file_name.ends_with(file_suffix) &&
         is_event_id(file_name.substr(0, file_name.size() - file_suffix.size()));
}

}  // namespace inloop::outbox
