#include "kiosk/calendar/file_zones.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "kiosk/calendar/rule_set.h"
#include "kiosk/calendar/time_value.h"

namespace inloop::calendar {
namespace {

using std::chrono::minutes;

// A change of the clock: from that moment on this is what is added to UTC.
struct Change {
  Moment from;
  minutes offset{0};

  bool operator==(Change const&) const = default;
};

constexpr std::size_t most_observances = 50;

Moment as_if_utc(core::LocalTime const& time) {
  return Moment(std::chrono::sys_days(time.date).time_since_epoch() + minutes(time.minute_of_day));
}

// "+0100", "-053000"
std::optional<minutes> offset_in(std::string_view text) {
  constexpr int hundred = 100;
  constexpr int greatest_hours = 15;
  if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  int digits = 0;
  auto const* const end = text.data() + 5;
  auto const [at, problem] = std::from_chars(text.data() + 1, end, digits);
  if (problem != std::errc() || at != end || digits < 0 || digits / hundred > greatest_hours)
    return std::nullopt;
  minutes const amount(digits / hundred * 60 + digits % hundred);
  return text[0] == '-' ? -amount : amount;
}

// The changes that one STANDARD or DAYLIGHT describes, up to the end of the days. Its rules are of
// the year; nobody moves clocks more often.
bool add_changes(std::vector<Change>& changes, Component const& observance,
                 core::Days const& days) {
  auto const before = offset_in(observance.value("TZOFFSETFROM"));
  auto const after = offset_in(observance.value("TZOFFSETTO"));
  auto const* const start = observance.line("DTSTART");
  auto const begins = start != nullptr ? time_values(*start) : std::nullopt;
  if (!before || !after || !begins) return false;
  RuleSet set{.start = begins->front().time};
  for (auto const& line : observance.lines) {
    if (line.name == "RRULE") {
      auto const rule = kept_rule(line.value, *Zone::named("Etc/UTC"));
      if (!rule || rule->find("FREQ=YEARLY") == rule->npos || set.rules.size() == most_rules)
        return false;
      set.rules.push_back(*rule);
    } else if (line.name == "RDATE") {
      auto const times = time_values(line);
      if (!times) return false;
      for (auto const& time : *times) set.added.push_back(time.time);
    }
  }
  auto const times = times_of(set, {set.start.date, days.last});
  if (!times) return false;
  for (auto const& time : *times) changes.push_back({as_if_utc(time) - *before, *after});
  return true;
}

std::optional<std::vector<Change>> changes_of(Component const& zone, core::Days const& days) {
  std::vector<Change> changes;
  if (zone.components.size() > most_observances) return std::nullopt;
  for (auto const& observance : zone.components)
    if (!add_changes(changes, observance, days)) return std::nullopt;
  if (changes.empty()) return std::nullopt;
  std::ranges::sort(changes, {}, &Change::from);
  return changes;
}

// Whether both clocks agree on all the days, hour by hour.
bool agree(std::vector<Change> const& changes, Zone const& zone, core::Days const& days) {
  auto change = changes.begin();
  Moment const end{std::chrono::sys_days(days.last)};
  for (Moment moment{std::chrono::sys_days(days.first)}; moment < end;
       moment += std::chrono::hours{1}) {
    while (std::next(change) != changes.end() && std::next(change)->from <= moment) ++change;
    if (change->offset != zone.offset_at(moment)) return false;
  }
  return true;
}

}  // namespace

FileZones::FileZones(std::vector<Component> const& calendars, Zone house, core::Days days)
    : m_house(house), m_days(days) {
  for (auto const& calendar : calendars)
    for (auto const& component : calendar.components)
      if (component.name == "VTIMEZONE" && m_described.size() < most_zones_in_file)
        m_described.push_back(component);
}

std::optional<Zone> FileZones::find(std::string const& name) {
  auto const [place, is_new] = m_found.try_emplace(name);
  if (is_new) place->second = look_up(name);
  return place->second;
}

std::optional<Zone> FileZones::look_up(std::string const& name) const {
  auto const known = [](std::string_view words) -> std::optional<Zone> {
    auto const zone = zone_named(words);
    if (!zone) return std::nullopt;
    auto const found = Zone::named(*zone);
    return found ? std::optional(*found) : std::nullopt;
  };
  if (auto const zone = known(name)) return zone;
  auto const described = std::ranges::find_if(
      m_described, [&](Component const& zone) { return zone.value("TZID") == name; });
  if (described == m_described.end()) return std::nullopt;
  if (auto const zone = known(described->value("X-LIC-LOCATION"))) return zone;
  auto const changes = changes_of(*described, m_days);
  if (!changes) return std::nullopt;
  if (agree(*changes, m_house, m_days)) return m_house;
  for (auto const& candidate : zones_of_windows())
    if (auto const zone = known(candidate); zone && agree(*changes, *zone, m_days)) return zone;
  return std::nullopt;
}

}  // namespace inloop::calendar
