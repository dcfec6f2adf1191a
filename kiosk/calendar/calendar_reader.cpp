#include "kiosk/calendar/calendar_reader.h"

#include <chrono>
#include <map>
#include <utility>
#include <vector>

#include "kiosk/calendar/calendar_event.h"

namespace inloop::calendar {
namespace {

using core::CalendarFile;
using core::CalendarRefusal;

constexpr int organiser_characters = core::most_organiser_characters;

// The events in the order in which their UIDs stand in the file.
class Groups {
 public:
  void add(EventPart part) {
    auto const [place, is_new] = m_places.try_emplace(part.uid, m_groups.size());
    if (is_new) m_groups.emplace_back();
    m_groups[place->second].push_back(std::move(part));
  }

  [[nodiscard]] std::vector<std::vector<EventPart>> const& all() const { return m_groups; }

 private:
  std::map<std::string, std::size_t> m_places;
  std::vector<std::vector<EventPart>> m_groups;
};

void refuse(CalendarFile& file, CalendarRefusal reason, std::string title) {
  if (file.refused.size() < core::most_calendar_events)
    file.refused.push_back({reason, std::move(title)});
}

Groups groups_in(CalendarFile& file, std::vector<Component> const& calendars) {
  Groups groups;
  std::size_t events = 0;
  for (auto const& calendar : calendars) {
    bool const is_cancelled = calendar.value("METHOD") == "CANCEL";
    for (auto const& component : calendar.components) {
      if (component.name != "VEVENT") continue;
      auto part = event_part(component);
      if (is_cancelled) part.state = core::SessionState::Cancelled;
      if (++events > core::most_calendar_events)
        refuse(file, CalendarRefusal::TooMany, part.title);
      else
        groups.add(std::move(part));
    }
  }
  return groups;
}

std::string title_of(std::vector<EventPart> const& parts) {
  for (auto const& part : parts)
    if (!part.title.empty()) return part.title;
  return {};
}

// Some programs put their calendar's name where RFC 7986 has it, most where Apple once did.
std::string name_of(std::vector<Component> const& calendars) {
  for (auto const& calendar : calendars)
    for (auto const* const name : {"NAME", "X-WR-CALNAME"})
      if (auto const text = one_line(unescaped(calendar.value(name)), organiser_characters);
          !text.empty())
        return text;
  return {};
}

bool is_own(std::string const& uid, ReadOptions const& options) {
  return !options.own_uid_ending.empty() && uid.ends_with(options.own_uid_ending);
}

}  // namespace

Result<CalendarFile> read_calendar(std::string_view bytes, ReadOptions const& options) {
  if (bytes.size() > core::greatest_calendar_bytes)
    return failure("a calendar has at most {} bytes, this one {}", core::greatest_calendar_bytes,
                   bytes.size());
  auto const house = Zone::named(options.time_zone);
  if (!house) return tl::unexpected(house.error());
  auto const calendars = components_in(bytes);
  if (!calendars) return tl::unexpected(calendars.error());
  for (auto const& calendar : *calendars)
    if (calendar.name != "VCALENDAR") return failure("this is a {}, no calendar", calendar.name);

  auto const last = std::chrono::sys_days(options.now.date) + std::chrono::days{core::horizon_days};
  core::Days const days{options.now.date, core::Date(last)};
  FileZones zones(*calendars, *house, days);
  CalendarFile file{.name = name_of(*calendars), .events = {}, .refused = {}, .past = 0};
  std::size_t sessions = 0;
  auto const groups = groups_in(file, *calendars);
  for (auto const& parts : groups.all()) {
    if (is_own(parts.front().uid, options)) {
      refuse(file, CalendarRefusal::OurOwn, title_of(parts));
      continue;
    }
    auto read = calendar_event(parts, {zones, *house, options.now, days});
    if (auto const* const refusal = std::get_if<CalendarRefusal>(&read)) {
      refuse(file, *refusal, title_of(parts));
      continue;
    }
    auto& event = std::get<core::CalendarEvent>(read);
    if (event.sessions.empty()) {
      ++file.past;
    } else if (sessions + event.sessions.size() > core::most_calendar_sessions) {
      refuse(file, CalendarRefusal::TooMany, event.series.activity.title);
    } else {
      sessions += event.sessions.size();
      file.events.push_back(std::move(event));
    }
  }
  return file;
}

}  // namespace inloop::calendar
