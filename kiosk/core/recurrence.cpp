#include "kiosk/core/recurrence.h"

#include <algorithm>

namespace inloop::core {
namespace {

constexpr int greatest_nth = 4;  // a fifth Tuesday is the last one, and many months have none
constexpr int greatest_day_of_month = 31;

std::chrono::weekday weekday_of(Date date) {
  return std::chrono::weekday(std::chrono::sys_days(date));
}

bool has_bad_number(Recurrence const& recurrence) {
  auto const& [repeat, interval_weeks, weekdays, nth, day_of_month, last, on_holidays, left_out] =
      recurrence;
  switch (repeat) {
    case Repeat::Once:
      return false;
    case Repeat::Weekly:
      return interval_weeks < 1 || interval_weeks > greatest_interval_weeks;
    case Repeat::MonthlyByWeekday:
      return nth != last_in_month && (nth < 1 || nth > greatest_nth);
    case Repeat::MonthlyByDate:
      return day_of_month < 1 || day_of_month > greatest_day_of_month;
  }
  return true;
}

bool lacks_weekday(Recurrence const& recurrence) {
  if (recurrence.repeat == Repeat::Weekly) return recurrence.weekdays.empty();
  if (recurrence.repeat == Repeat::MonthlyByWeekday)
    return recurrence.weekdays.in_order().size() != 1;
  return false;
}

}  // namespace

std::vector<std::chrono::weekday> Weekdays::in_order() const {
  std::vector<std::chrono::weekday> days;
  for (unsigned iso_day = 1; iso_day <= 7; ++iso_day)
    if (std::chrono::weekday const day{iso_day}; has(day)) days.push_back(day);
  return days;
}

Recurrence repeating(Repeat repeat, Date first) {
  Recurrence recurrence{.repeat = repeat};
  auto const day = static_cast<int>(unsigned{first.day()});
  if (repeat == Repeat::Weekly || repeat == Repeat::MonthlyByWeekday)
    recurrence.weekdays.add(weekday_of(first));
  if (repeat == Repeat::MonthlyByWeekday) {
    auto const nth = (day + 6) / 7;
    recurrence.nth = nth > greatest_nth ? last_in_month : nth;
  }
  if (repeat == Repeat::MonthlyByDate) recurrence.day_of_month = day;
  return recurrence;
}

std::optional<RecurrenceProblem> problem_with(Recurrence const& recurrence, Date first) {
  if (lacks_weekday(recurrence)) return RecurrenceProblem::NoWeekday;
  if (has_bad_number(recurrence)) return RecurrenceProblem::BadNumber;
  if (recurrence.last && *recurrence.last < first) return RecurrenceProblem::EndsBeforeItBegins;
  if (recurrence.left_out.size() > most_left_out) return RecurrenceProblem::TooManyLeftOut;
  auto const& out = recurrence.left_out;
  if (std::ranges::adjacent_find(out, std::ranges::greater_equal{}) != out.end())
    return RecurrenceProblem::LeftOutInDisorder;
  return std::nullopt;
}

bool leaves_out(Recurrence const& recurrence, Date date) {
  if (std::ranges::binary_search(recurrence.left_out, date)) return true;
  switch (recurrence.on_holidays) {
    case OnHolidays::Meet:
      return false;
    case OnHolidays::Skip:
      return is_holiday(date, LiberationDay::Ordinary);
    case OnHolidays::SkipLiberationDayToo:
      return is_holiday(date, LiberationDay::DayOff);
  }
  return false;
}

Recurrence leaving_out(Recurrence recurrence, Date date) {
  auto const place = std::ranges::lower_bound(recurrence.left_out, date);
  if (place == recurrence.left_out.end() || *place != date) recurrence.left_out.insert(place, date);
  return recurrence;
}

}  // namespace inloop::core
