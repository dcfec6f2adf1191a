#include "kiosk/calendar/rule_set.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <tuple>

#include <fmt/format.h>
#include <libical/ical.h>

#include "kiosk/calendar/content_lines.h"
#include "kiosk/calendar/time_value.h"

namespace inloop::calendar {
namespace {

constexpr int minutes_an_hour = 60;

struct IteratorRelease {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, IteratorRelease>;

struct TextRelease {
  void operator()(char* text) const { std::free(text); }
};

icaltimetype floating(core::LocalTime const& time) {
  auto value = icaltime_null_time();
  value.year = int{time.date.year()};
  value.month = static_cast<int>(unsigned{time.date.month()});
  value.day = static_cast<int>(unsigned{time.date.day()});
  value.hour = time.minute_of_day / minutes_an_hour;
  value.minute = time.minute_of_day % minutes_an_hour;
  return value;
}

core::LocalTime local_time(icaltimetype const& value) {
  return {std::chrono::year{value.year} / value.month / value.day,
          value.hour * minutes_an_hour + value.minute};
}

auto order(core::LocalTime const& time) {
  return std::tie(time.date, time.minute_of_day);
}

bool is_before(core::LocalTime const& one, core::LocalTime const& other) {
  return order(one) < order(other);
}

bool is_within(core::LocalTime const& time, core::Days const& days) {
  return time.date >= days.first && time.date <= days.last;
}

// People do not meet every hour, and such rules could be worked at for hours.
bool is_too_often(icalrecurrencetype const& rule) {
  return rule.freq == ICAL_SECONDLY_RECURRENCE || rule.freq == ICAL_MINUTELY_RECURRENCE ||
         rule.freq == ICAL_HOURLY_RECURRENCE;
}

// An end in UTC is one on the wall where the start is meant.
void bring_to_wall(icaltimetype& until, Zone const& zone) {
  if (until.is_date) {
    until.is_date = 0;
    until.hour = 23;
    until.minute = 59;
    until.second = 59;
  } else if (icaltime_is_utc(until)) {
    auto const seconds = until.second;
    auto const utc = Moment(std::chrono::sys_days(local_time(until).date).time_since_epoch() +
                            std::chrono::minutes(local_time(until).minute_of_day));
    until = floating(zone.local_of(utc));
    until.second = seconds;
  }
}

std::string joined(std::vector<core::LocalTime> const& times) {
  std::string text;
  for (auto const& time : times) text += (text.empty() ? "" : ",") + time_text(time);
  return text;
}

}  // namespace

std::string date_text(core::Date date) {
  return fmt::format("{:04}{:02}{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string time_text(core::LocalTime const& time) {
  return fmt::format("{}T{:02}{:02}00", date_text(time.date), time.minute_of_day / minutes_an_hour,
                     time.minute_of_day % minutes_an_hour);
}

std::string lines_of(RuleSet const& set) {
  auto text = "DTSTART:" + time_text(set.start) + "\n";
  for (auto const& rule : set.rules) text += "RRULE:" + rule + "\n";
  if (!set.added.empty()) text += "RDATE:" + joined(set.added) + "\n";
  if (!set.left_out.empty()) text += "EXDATE:" + joined(set.left_out) + "\n";
  std::string days;
  for (auto const day : set.days_left_out) days += (days.empty() ? "" : ",") + date_text(day);
  if (!days.empty()) text += "EXDATE;VALUE=DATE:" + days + "\n";
  return text;
}

Result<RuleSet> rule_set_from(std::string_view lines) {
  auto const wrapped = components_in(fmt::format("BEGIN:RULES\n{}END:RULES\n", lines));
  if (!wrapped) return tl::unexpected(wrapped.error());
  RuleSet set;
  bool has_start = false;
  for (auto const& line : wrapped->front().lines) {
    if (line.name == "RRULE") {
      set.rules.push_back(line.value);
      continue;
    }
    auto const values = time_values(line);
    if (!values) return failure("a rule holds \"{}\", which is no time", line.value);
    for (auto const& value : *values) {
      if (line.name == "DTSTART") set.start = value.time;
      if (line.name == "RDATE") set.added.push_back(value.time);
      if (line.name != "EXDATE") continue;
      if (value.kind == TimeKind::Date)
        set.days_left_out.push_back(value.time.date);
      else
        set.left_out.push_back(value.time);
    }
    has_start = has_start || line.name == "DTSTART";
  }
  if (!has_start) return failure("a rule has no start");
  return set;
}

tl::expected<std::string, RuleProblem> kept_rule(std::string_view rule, Zone const& zone) {
  auto parsed = icalrecurrencetype_from_string(std::string(rule).c_str());
  if (parsed.freq == ICAL_NO_RECURRENCE) return tl::unexpected(RuleProblem::Unreadable);
  if (is_too_often(parsed)) return tl::unexpected(RuleProblem::TooOften);
  if (!icaltime_is_null_time(parsed.until)) bring_to_wall(parsed.until, zone);
  std::unique_ptr<char, TextRelease> const text(icalrecurrencetype_as_string_r(&parsed));
  if (!text) return tl::unexpected(RuleProblem::Unreadable);
  return std::string(text.get());
}

Result<std::vector<core::LocalTime>> times_of_rule(std::string const& rule,
                                                   core::LocalTime const& start,
                                                   core::Days const& days) {
  auto const parsed = icalrecurrencetype_from_string(rule.c_str());
  if (parsed.freq == ICAL_NO_RECURRENCE || is_too_often(parsed))
    return failure("\"{}\" is no rule to meet by", rule);
  Iterator const iterator(icalrecur_iterator_new(parsed, floating(start)));
  if (!iterator) return failure("\"{}\" cannot be worked out", rule);
  std::vector<core::LocalTime> times;
  for (std::size_t step = 0; step < most_rule_steps; ++step) {
    auto const value = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(value)) return times;
    auto const time = local_time(value);
    if (!time.date.ok()) return failure("\"{}\" gives a date that there is not", rule);
    if (time.date > days.last) return times;
    if (is_before(time, start) || !is_within(time, days)) continue;
    if (times.size() == core::most_sessions_in_series)
      return failure("\"{}\" gives more than {} times", rule, core::most_sessions_in_series);
    times.push_back(time);
  }
  return failure("\"{}\" begins too long before the days asked for", rule);
}

Result<std::vector<core::LocalTime>> times_of(RuleSet const& set, core::Days const& days) {
  std::vector<core::LocalTime> times{set.start};
  times.insert(times.end(), set.added.begin(), set.added.end());
  for (auto const& rule : set.rules) {
    auto const more = times_of_rule(rule, set.start, days);
    if (!more) return tl::unexpected(more.error());
    times.insert(times.end(), more->begin(), more->end());
  }
  std::erase_if(times, [&](core::LocalTime const& time) {
    return !is_within(time, days) || std::ranges::find(set.left_out, time) != set.left_out.end() ||
           std::ranges::find(set.days_left_out, time.date) != set.days_left_out.end();
  });
  std::ranges::sort(times, is_before);
  times.erase(std::unique(times.begin(), times.end()), times.end());
  if (times.size() > core::most_sessions_in_series)
    return failure("a series has at most {} sessions", core::most_sessions_in_series);
  return times;
}

}  // namespace inloop::calendar
