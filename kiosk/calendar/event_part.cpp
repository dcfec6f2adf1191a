#include "kiosk/calendar/event_part.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "kiosk/calendar/rule_set.h"
#include "kiosk/core/keyboard.h"

namespace inloop::calendar {
namespace {

using core::CalendarRefusal;

std::optional<TimeValue> time_in(Component const& event, std::string_view name) {
  auto const* const line = event.line(name);
  if (line == nullptr) return std::nullopt;
  auto const values = time_values(*line);
  if (!values || values->size() != 1) return std::nullopt;
  return values->front();
}

// False where a line holds something else than times.
bool collect(std::vector<TimeValue>& times, Component const& event, std::string_view name) {
  for (auto const& line : event.lines) {
    if (line.name != name || line.value.empty()) continue;
    auto const values = time_values(line);
    if (!values || times.size() + values->size() > most_times_in_line) return false;
    times.insert(times.end(), values->begin(), values->end());
  }
  return true;
}

std::string link_in(Component const& event) {
  constexpr std::string_view secure = "https://";
  auto const link = event.value("URL");
  auto const is_foreign = [](unsigned char byte) { return byte <= ' ' || byte >= 0x7F; };
  bool const is_good = link.starts_with(secure) && link.size() > secure.size() &&
                       link.size() <= core::greatest_link_bytes &&
                       std::ranges::none_of(link, is_foreign);
  return is_good ? std::string(link) : std::string();
}

// Files of careless programs have events without one; then it is made of what the event says.
std::string uid_in(Component const& event) {
  auto const uid = event.value("UID");
  auto const is_control = [](unsigned char byte) { return byte < ' ' || byte == 0x7F; };
  bool const is_good = !uid.empty() && uid.size() <= core::greatest_uid_bytes &&
                       std::ranges::none_of(uid, is_control);
  if (is_good) return std::string(uid);
  return fmt::format("{:016x}", fingerprint_of(fmt::format("{}|{}|{}", uid, event.value("DTSTART"),
                                                           event.value("SUMMARY"))));
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<CalendarRefusal> read_times(EventPart& part, Component const& event) {
  auto const start = time_in(event, "DTSTART");
  if (!start) return CalendarRefusal::Broken;
  part.start = *start;
  if (start->kind == TimeKind::Date) return CalendarRefusal::AllDay;
  part.end = time_in(event, "DTEND");
  if (event.line("DTEND") != nullptr && !part.end) return CalendarRefusal::Broken;
  if (auto const* const line = event.line("DURATION"); line != nullptr && !part.end) {
    part.minutes = minutes_in(line->value);
    if (!part.minutes) return CalendarRefusal::Broken;
  }
  part.replaces = time_in(event, "RECURRENCE-ID");
  auto const* const replaces = event.line("RECURRENCE-ID");
  // One that moves all after it, too, is read by hardly any program, and written by none we know.
  if (replaces != nullptr && (!part.replaces || !replaces->parameter("RANGE").empty()))
    return CalendarRefusal::Broken;
  return std::nullopt;
}

std::optional<CalendarRefusal> read_rules(EventPart& part, Component const& event) {
  if (event.line("EXRULE") != nullptr) return CalendarRefusal::Broken;
  for (auto const& line : event.lines)
    if (line.name == "RRULE" && !line.value.empty()) part.rules.push_back(line.value);
  if (part.rules.size() > most_rules || !collect(part.added, event, "RDATE") ||
      !collect(part.left_out, event, "EXDATE"))
    return CalendarRefusal::Broken;
  return std::nullopt;
}

}  // namespace

std::uint64_t fingerprint_of(std::string_view text) {
  constexpr std::uint64_t basis = 0xcbf29ce484222325U;
  constexpr std::uint64_t prime = 0x100000001b3U;
  auto hash = basis;
  for (char const letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * prime;
  return hash;
}

std::string one_line(std::string_view text, int most_characters) {
  std::string plain;
  for (char const letter : text) {
    auto const byte = static_cast<unsigned char>(letter);
    bool const is_space = byte <= ' ';
    if (byte == 0x7F || (is_space && (plain.empty() || plain.back() == ' '))) continue;
    plain += is_space ? ' ' : letter;
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();

  auto const most_bytes = static_cast<std::size_t>(most_characters) * 4;
  std::string cut;
  std::string shorter;  // with room for the sign that something is missing
  std::string_view rest = plain;
  for (int characters = 0; !rest.empty(); ++characters) {
    auto const next = core::first_character(rest);
    if (characters == most_characters || cut.size() + next.size() > most_bytes)
      return shorter + "…";
    cut += next;
    if (characters < most_characters - 1 && cut.size() + std::string_view("…").size() <= most_bytes)
      shorter = cut;
    rest.remove_prefix(next.size());
  }
  return cut;
}

EventPart event_part(Component const& event) {
  EventPart part;
  part.uid = uid_in(event);
  part.title = one_line(unescaped(event.value("SUMMARY")), core::most_title_characters);
  part.room = one_line(unescaped(event.value("LOCATION")), core::most_room_characters);
  part.link = link_in(event);
  part.sequence = number_in(event.value("SEQUENCE"));
  if (event.value("STATUS") == "CANCELLED") part.state = core::SessionState::Cancelled;
  auto const privacy = event.value("CLASS");
  if (privacy == "PRIVATE" || privacy == "CONFIDENTIAL") {
    part.refusal = CalendarRefusal::Private;
    part.title.clear();  // what is private is not shown either
    return part;
  }
  part.refusal = read_times(part, event);
  if (!part.refusal) part.refusal = read_rules(part, event);
  if (!part.refusal && part.title.empty() && !part.replaces) part.refusal = CalendarRefusal::Broken;
  return part;
}

}  // namespace inloop::calendar
