#include "kiosk/core/recurrence.h"

#include <catch2/catch.hpp>

#include "kiosk/core/series.h"

namespace inloop::core {
namespace {

using namespace std::chrono_literals;

Date const tuesday = 2026y / 11 / 24;

TEST_CASE("Easter falls where the tables of the church have it") {
  for (auto const date : {2024y / 3 / 31, 2025y / 4 / 20, 2026y / 4 / 5, 2027y / 3 / 28,
                          2038y / 4 / 25, 2285y / 3 / 22, 1818y / 3 / 22, 1943y / 4 / 25})
    CHECK(easter_sunday(date.year()) == Date(date));
}

TEST_CASE("The holidays of 2027 are those of the calendar on the wall") {
  std::vector<HolidayDate> const expected{{2027y / 1 / 1, Holiday::NewYear},
                                          {2027y / 3 / 28, Holiday::EasterSunday},
                                          {2027y / 3 / 29, Holiday::EasterMonday},
                                          {2027y / 4 / 27, Holiday::KingsDay},
                                          {2027y / 5 / 6, Holiday::Ascension},
                                          {2027y / 5 / 16, Holiday::WhitSunday},
                                          {2027y / 5 / 17, Holiday::WhitMonday},
                                          {2027y / 12 / 25, Holiday::FirstChristmasDay},
                                          {2027y / 12 / 26, Holiday::SecondChristmasDay}};
  CHECK(holidays_of(2027y, LiberationDay::Ordinary) == expected);
  CHECK_FALSE(is_holiday(2027y / 5 / 5, LiberationDay::Ordinary));
  CHECK(is_holiday(2027y / 5 / 5, LiberationDay::DayOff));
}

TEST_CASE("The King's day is a day earlier where it would be a Sunday") {
  CHECK(is_holiday(2025y / 4 / 26, LiberationDay::Ordinary));
  CHECK_FALSE(is_holiday(2025y / 4 / 27, LiberationDay::Ordinary));
  CHECK(is_holiday(2026y / 4 / 27, LiberationDay::Ordinary));
}

TEST_CASE("A way to repeat starts from what the first date is") {
  CHECK(repeating(Repeat::Weekly, tuesday).weekdays == Weekdays{std::chrono::Tuesday});
  auto const fourth = repeating(Repeat::MonthlyByWeekday, tuesday);
  CHECK(fourth.nth == 4);
  CHECK(fourth.weekdays == Weekdays{std::chrono::Tuesday});
  // A fifth one would leave out most months.
  CHECK(repeating(Repeat::MonthlyByWeekday, 2026y / 12 / 29).nth == last_in_month);
  CHECK(repeating(Repeat::MonthlyByDate, tuesday).day_of_month == 24);
  for (auto const repeat :
       {Repeat::Once, Repeat::Weekly, Repeat::MonthlyByWeekday, Repeat::MonthlyByDate})
    CHECK_FALSE(problem_with(repeating(repeat, tuesday), tuesday));
}

TEST_CASE("What no rule can be is named") {
  auto weekly = repeating(Repeat::Weekly, tuesday);
  weekly.weekdays = {};
  CHECK(problem_with(weekly, tuesday) == RecurrenceProblem::NoWeekday);
  weekly.weekdays.add(std::chrono::Friday);
  weekly.interval_weeks = greatest_interval_weeks + 1;
  CHECK(problem_with(weekly, tuesday) == RecurrenceProblem::BadNumber);
  weekly.interval_weeks = 2;
  weekly.last = 2026y / 11 / 23;
  CHECK(problem_with(weekly, tuesday) == RecurrenceProblem::EndsBeforeItBegins);
  weekly.last = tuesday;
  CHECK_FALSE(problem_with(weekly, tuesday));
  weekly.left_out = {tuesday, tuesday};
  CHECK(problem_with(weekly, tuesday) == RecurrenceProblem::LeftOutInDisorder);
  weekly.left_out.assign(most_left_out + 1, tuesday);
  CHECK(problem_with(weekly, tuesday) == RecurrenceProblem::TooManyLeftOut);
  auto monthly = repeating(Repeat::MonthlyByDate, tuesday);
  monthly.day_of_month = 32;
  CHECK(problem_with(monthly, tuesday) == RecurrenceProblem::BadNumber);
}

TEST_CASE("A date is left out once, in order, and holidays where the rule says so") {
  auto rule = repeating(Repeat::Weekly, tuesday);
  for (auto const date : {2026y / 12 / 15, 2026y / 12 / 1, 2026y / 12 / 15})
    rule = leaving_out(rule, date);
  CHECK(rule.left_out == std::vector<Date>{2026y / 12 / 1, 2026y / 12 / 15});
  CHECK(leaves_out(rule, 2026y / 12 / 1));
  CHECK_FALSE(leaves_out(rule, 2026y / 12 / 8));
  CHECK_FALSE(leaves_out(rule, 2026y / 12 / 25));
  rule.on_holidays = OnHolidays::Skip;
  CHECK(leaves_out(rule, 2026y / 12 / 25));
  CHECK_FALSE(leaves_out(rule, 2027y / 5 / 5));
  rule.on_holidays = OnHolidays::SkipLiberationDayToo;
  CHECK(leaves_out(rule, 2027y / 5 / 5));
}

TEST_CASE("Slots are for one token each, in advice, within one day") {
  Series table;
  table.activity.kind = ActivityKind::Advice;
  table.activity.sign_up = SignUpMode::Token;
  table.activity.capacity = 1;
  table.first = {tuesday, 9 * 60};
  table.minutes = 45;
  table.slots = 4;
  CHECK_FALSE(problem_with(table));
  auto wrong = table;
  wrong.activity.capacity = 2;
  CHECK(problem_with(wrong) == SeriesProblem::SlotsNeedToken);
  wrong = table;
  wrong.activity.sign_up = SignUpMode::Name;
  CHECK(problem_with(wrong) == SeriesProblem::SlotsNeedToken);
  wrong = table;
  wrong.first.minute_of_day = 22 * 60;
  CHECK(problem_with(wrong) == SeriesProblem::BadSlots);
  wrong = table;
  wrong.minutes = 0;
  CHECK(problem_with(wrong) == SeriesProblem::BadTimes);
  wrong = table;
  wrong.rule = repeating(Repeat::Weekly, tuesday);
  std::get<Recurrence>(wrong.rule).weekdays = {};
  CHECK(problem_with(wrong) == SeriesProblem::BadRecurrence);
}

}  // namespace
}  // namespace inloop::core
