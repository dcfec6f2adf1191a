#include "kiosk/calendar/zone_text.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>

#include "kiosk/calendar/rule_set.h"

namespace inloop::calendar {
namespace {

using std::chrono::minutes;

struct Change {
  core::LocalTime wall;  // by the clock before the change
  minutes before{0};
  minutes after{0};
};

std::string offset_text(minutes offset) {
  auto const amount = std::abs(offset.count());
  return fmt::format("{}{:02}{:02}", offset.count() < 0 ? '-' : '+', amount / 60, amount % 60);
}

// The first minute of the hour after `from` in which the clock has changed.
Moment moment_of_change(Zone const& zone, Moment from) {
  auto const before = zone.offset_at(from);
  while (zone.offset_at(from) == before) from += minutes{1};
  return from;
}

std::vector<Change> changes_in(Zone const& zone, std::chrono::year first, std::chrono::year last) {
  std::vector<Change> changes;
  Moment moment{std::chrono::sys_days(first / 1 / 1)};
  Moment const end{std::chrono::sys_days((last + std::chrono::years{1}) / 1 / 1)};
  for (auto const hour = std::chrono::hours{1}; moment < end; moment += hour) {
    auto const before = zone.offset_at(moment);
    auto const after = zone.offset_at(moment + hour);
    if (before == after) continue;
    auto const at = moment_of_change(zone, moment);
    auto const wall = at + before;
    auto const day = std::chrono::floor<std::chrono::days>(wall);
    changes.push_back({.wall = {core::Date(day), static_cast<int>((wall - day).count())},
                       .before = before,
                       .after = after});
  }
  return changes;
}

bool is_last_sunday(core::Date date) {
  return std::chrono::sys_days(date) ==
         std::chrono::sys_days(date.year() / date.month() / std::chrono::Sunday[std::chrono::last]);
}

// Whether each of the two changes of the first year comes again in each other year.
bool is_regular(std::vector<Change> const& changes) {
  if (changes.size() < 2 || changes.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    auto const& change = changes[i];
    auto const& pattern = changes[i % 2];
    if (!is_last_sunday(change.wall.date) ||
        change.wall.date.month() != pattern.wall.date.month() ||
        change.wall.minute_of_day != pattern.wall.minute_of_day)
      return false;
  }
  return true;
}

std::string observance(Change const& change, std::string const& rule) {
  auto const* const name = change.after > change.before ? "DAYLIGHT" : "STANDARD";
  return fmt::format(
      "BEGIN:{0}\r\nDTSTART:{1}\r\nTZOFFSETFROM:{2}\r\nTZOFFSETTO:{3}\r\n{4}END:{0}\r\n", name,
      time_text(change.wall), offset_text(change.before), offset_text(change.after), rule);
}

}  // namespace

std::string zone_text(Zone const& zone, core::Days const& days) {
  auto const changes = changes_in(zone, days.first.year() - std::chrono::years{1},
                                  days.last.year() + std::chrono::years{1});
  auto text = fmt::format("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
  if (changes.empty()) {
    auto const offset = zone.offset_at(Moment{std::chrono::sys_days(days.first)});
    text += observance({.wall = {days.first, 0}, .before = offset, .after = offset}, "");
  } else if (is_regular(changes)) {
    for (std::size_t i = 0; i < 2; ++i)
      text += observance(changes[i], fmt::format("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY=-1SU\r\n",
                                                 unsigned{changes[i].wall.date.month()}));
  } else {
    for (auto const& change : changes) text += observance(change, "");
  }
  return text + "END:VTIMEZONE\r\n";
}

}  // namespace inloop::calendar
