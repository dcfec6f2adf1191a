#include "kiosk/calendar/occurrences.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/calendar/rule_set.h"
#include "kiosk/calendar/zones.h"

namespace inloop::calendar {
namespace {

constexpr std::array<std::string_view, 7> day_words{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string_view day_word(std::chrono::weekday day) {
  return day_words[day.iso_encoding() - 1];
}

std::string weekly(core::Recurrence const& recurrence) {
  std::string days;
  for (auto const day : recurrence.weekdays.in_order())
    days += fmt::format("{}{}", days.empty() ? "" : ",", day_word(day));
  return fmt::format("FREQ=WEEKLY;INTERVAL={};BYDAY={};WKST=MO", recurrence.interval_weeks, days);
}

Result<std::vector<core::LocalTime>> own_times(core::Series const& series,
                                               core::Recurrence const& recurrence,
                                               core::Days days) {
  using Times = std::vector<core::LocalTime>;
  if (recurrence.last) days.last = std::min(days.last, *recurrence.last);
  if (days.last < days.first) return Times();
  Times times;
  if (recurrence.repeat == core::Repeat::Once) {
    auto const date = series.first.date;
    if (date >= days.first && date <= days.last) times.push_back(series.first);
  } else {
    auto found = times_of_rule(rule_of(recurrence), series.first, days);
    if (!found) return found;
    times = std::move(*found);
  }
  std::erase_if(
      times, [&](core::LocalTime const& time) { return core::leaves_out(recurrence, time.date); });
  return times;
}

core::Date moved(core::Date date, int days) {
  return core::Date(std::chrono::sys_days(date) + std::chrono::days{days});
}

Result<std::vector<core::LocalTime>> foreign_times(core::ForeignRule const& rule,
                                                   core::Days const& days,
                                                   std::string const& time_zone) {
  auto const set = rule_set_from(rule.lines);
  if (!set) return tl::unexpected(set.error());
  if (rule.zone.empty() || rule.zone == time_zone) return times_of(*set, days);
  auto const there = Zone::named(rule.zone);
  if (!there) return tl::unexpected(there.error());
  auto const here = Zone::named(time_zone);
  if (!here) return tl::unexpected(here.error());
  // Elsewhere it may be the day before or after.
  auto times = times_of(*set, {moved(days.first, -1), moved(days.last, 1)});
  if (!times) return times;
  for (auto& time : *times) time = here->local_of(there->moment_of(time));
  std::erase_if(*times, [&](core::LocalTime const& time) {
    return time.date < days.first || time.date > days.last;
  });
  // Two times of a night in which the clock changes there may be one here.
  times->erase(std::unique(times->begin(), times->end()), times->end());
  return times;
}

}  // namespace

std::string rule_of(core::Recurrence const& recurrence) {
  switch (recurrence.repeat) {
    case core::Repeat::Weekly:
      return weekly(recurrence);
    case core::Repeat::MonthlyByWeekday:
      return fmt::format("FREQ=MONTHLY;BYDAY={}{}", recurrence.nth,
                         day_word(recurrence.weekdays.in_order().front()));
    case core::Repeat::MonthlyByDate:
      return fmt::format("FREQ=MONTHLY;BYMONTHDAY={}", recurrence.day_of_month);
    case core::Repeat::Once:
      break;
  }
  INLOOP_ASSERT(recurrence.repeat != core::Repeat::Once);
  return {};
}

Result<std::vector<core::LocalTime>> occurrences(core::Series const& series, core::Days const& days,
                                                 std::string const& time_zone) {
  auto const* const own = std::get_if<core::Recurrence>(&series.rule);
  if (own != nullptr) return own_times(series, *own, days);
  return foreign_times(std::get<core::ForeignRule>(series.rule), days, time_zone);
}

}  // namespace inloop::calendar
