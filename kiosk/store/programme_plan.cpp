#include "kiosk/store/programme_plan.h"

#include <chrono>
#include <tuple>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/activity_limits.h"

namespace inloop::store {

core::Date day_before(core::Date date) {
  return core::Date(std::chrono::sys_days(date) - std::chrono::days{1});
}

core::Date day_after(core::Date date) {
  return core::Date(std::chrono::sys_days(date) + std::chrono::days{1});
}

core::Days up_to_horizon(core::Date from, core::Date today) {
  return {from, core::Date(std::chrono::sys_days(today) + std::chrono::days{core::horizon_days})};
}

Result<> check_series(core::Series const& series) {
  if (auto const good = check_activity(series.activity); !good) return good;
  if (auto const good = check_times(series.first, series.minutes); !good) return good;
  if (core::problem_with(series)) return failure("there can be no such series");
  if (series.lead && (*series.lead < 0 || *series.lead >= int{core::token_pictures.size()}))
    return failure("no host has picture {}", *series.lead);
  auto const* const theirs = std::get_if<core::ForeignRule>(&series.rule);
  if (theirs == nullptr) return {};
  if (theirs->lines.size() > core::greatest_rule_bytes ||
      series.uid.size() > core::greatest_uid_bytes)
    return failure("a partner's rule is too long");
  return {};
}

Result<std::vector<Slot>> slots_of(Occurrences const& occurrences, core::Series const& series,
                                   core::Days const& days) {
  std::vector<Slot> slots;
  if (days.last < days.first) return slots;
  auto const starts = occurrences(series, days);
  if (!starts) return tl::unexpected(starts.error());
  for (auto const& start : *starts)
    for (int number = 0; number < series.slots; ++number)
      slots.push_back({{start.date, start.minute_of_day + number * series.minutes}, number});
  return slots;
}

bool has_begun(core::LocalTime const& start, core::LocalTime const& now) {
  return std::tie(start.date, start.minute_of_day) <= std::tie(now.date, now.minute_of_day);
}

void drop_begun(std::vector<Slot>& slots, core::LocalTime const& now) {
  std::erase_if(slots, [&](Slot const& slot) { return has_begun(slot.start, now); });
}

core::ActivityId activity_with(SQLite::Database& database, core::Activity const& activity,
                               core::LocalTime const& start) {
  for (auto const id : activities_titled(database, activity.title))
    if (activity_of(database, id) == activity && !is_occupied(database, id, start, 0)) return id;
  return insert_activity(database, activity);
}

SessionRow session_of_series(SeriesRow const& series, core::LocalTime const& start) {
  return {.activity = series.activity,
          .start = start,
          .minutes = series.series.minutes,
          .reason = "",
          .series = series.id,
          .original = start,
          .lead = series.series.lead};
}

bool has_room_for(SQLite::Database& database, std::size_t series) {
  return count_series(database) + series <= most_series &&
         count_activities(database) + series <= most_activities;
}

}  // namespace inloop::store
