#include "kiosk/calendar/occurrences.h"

#include <random>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop::calendar {
namespace {

using namespace std::chrono_literals;
using core::Date;
using core::Recurrence;
using core::Repeat;

constexpr unsigned seed = 20261122;
constexpr char const* amsterdam = "Europe/Amsterdam";

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string iso(core::LocalTime const& time) {
  return fmt::format("{}T{:02}:{:02}", iso(time.date), time.minute_of_day / 60,
                     time.minute_of_day % 60);
}

Date later(Date date, int days) {
  return Date(std::chrono::sys_days(date) + std::chrono::days{days});
}

std::string in_words(std::vector<core::LocalTime> const& times) {
  std::string text;
  for (auto const& time : times) text += (text.empty() ? "" : " ") + iso(time);
  return text;
}

// A series, the days that are asked for, and the same as another program reads it.
struct Case {
  core::Series series;
  core::Days days;
  std::string json;
};

class Chance {
 public:
  int below(int bound) { return static_cast<int>(m_engine() % static_cast<unsigned>(bound)); }
  int from(int least, int greatest) { return least + below(greatest - least + 1); }
  bool one_in(int times) { return below(times) == 0; }

 private:
  std::mt19937 m_engine{seed};
};

Recurrence any_recurrence(Chance& chance, Date first) {
  auto const repeat = static_cast<Repeat>(chance.from(1, 3));
  auto recurrence = core::repeating(repeat, first);
  if (repeat == Repeat::Weekly) {
    recurrence.interval_weeks = chance.from(1, core::greatest_interval_weeks);
    // Often not the weekday of the first date: then that is no session.
    recurrence.weekdays = core::Weekdays::from_bits(static_cast<unsigned>(chance.from(1, 127)));
  }
  if (repeat == Repeat::MonthlyByWeekday && chance.one_in(2)) {
    recurrence.weekdays = {std::chrono::weekday(static_cast<unsigned>(chance.below(7)))};
    recurrence.nth = chance.one_in(3) ? core::last_in_month : chance.from(1, 4);
  }
  if (repeat == Repeat::MonthlyByDate && chance.one_in(2))
    recurrence.day_of_month = chance.from(1, 31);
  if (chance.one_in(2)) recurrence.last = later(first, chance.below(500));
  recurrence.on_holidays = static_cast<core::OnHolidays>(chance.below(3));
  for (int i = 0; i < 5; ++i)
    if (chance.one_in(2))
      recurrence = core::leaving_out(recurrence, later(first, chance.below(60)));
  return recurrence;
}

std::string json_of(Case const& one, Recurrence const& rule) {
  std::string weekdays;
  for (auto const day : rule.weekdays.in_order())
    weekdays += fmt::format("{}{}", weekdays.empty() ? "" : ",", day.iso_encoding() - 1);
  std::string left_out;
  for (auto const date : rule.left_out)
    left_out += fmt::format("{}\"{}\"", left_out.empty() ? "" : ",", iso(date));
  constexpr std::array repeats{"once", "weekly", "weekday", "date"};
  return fmt::format(
      R"({{"repeat": "{}", "interval": {}, "weekdays": [{}], "nth": {}, "day": {}, "last": "{}", )"
      R"("holidays": {}, "left_out": [{}], "first": "{}", "from": "{}", "until": "{}T23:59"}})",
      repeats[static_cast<std::size_t>(rule.repeat)], rule.interval_weeks, weekdays, rule.nth,
      rule.day_of_month, rule.last ? iso(*rule.last) : "", static_cast<int>(rule.on_holidays),
      left_out, iso(one.series.first), iso(one.days.first), iso(one.days.last));
}

Case any_case(Chance& chance) {
  Case one;
  auto const first = later(2024y / 1 / 1, chance.below(3'000));
  one.series.first = {first, chance.below(24 * 60)};
  auto const from = later(first, chance.from(-30, 700));
  one.days = {from, later(from, chance.from(0, core::horizon_days))};
  auto const recurrence = any_recurrence(chance, first);
  one.series.rule = recurrence;
  one.json = json_of(one, recurrence);
  return one;
}

Case foreign_case(std::string const& zone, core::LocalTime const& first, std::string const& rule) {
  Case one;
  one.series.first = first;
  auto const date = fmt::format("{:04}{:02}{:02}", int{first.date.year()},
                                unsigned{first.date.month()}, unsigned{first.date.day()});
  one.series.rule =
      core::ForeignRule{fmt::format("DTSTART:{}T{:02}{:02}00\nRRULE:{}\n", date,
                                    first.minute_of_day / 60, first.minute_of_day % 60, rule),
                        zone};
  one.days = {first.date, later(first.date, core::horizon_days)};
  one.json = fmt::format(
      R"({{"zone": "{}", "first": "{}", "rule": "{}", "from": "{}", "until": "{}T23:59"}})", zone,
      iso(first), rule, iso(one.days.first), iso(one.days.last));
  return one;
}

std::vector<std::string> expanded_elsewhere(std::vector<Case> const& cases) {
  std::string lines;
  for (auto const& one : cases) lines += one.json + "\n";
  test::TemporaryFolder const folder;
  auto const done = test::run({.program = "/usr/bin/python3",
                               .arguments = {INLOOP_SOURCE_DIR "/tests/calendar/expand_rules.py",
                                             folder.write("rules.jsonl", lines).string()},
                               .environment = {}});
  INFO(done.errors);
  REQUIRE(done.exit_code == 0);
  std::istringstream output(done.output);
  std::vector<std::string> expanded;
  for (std::string line; std::getline(output, line);) expanded.push_back(line);
  return expanded;
}

// How many sessions all cases have together.
std::size_t check_against_others(std::vector<Case> const& cases) {
  auto const expected = expanded_elsewhere(cases);
  REQUIRE(expected.size() == cases.size());
  std::size_t sessions = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].json);
    auto const times = occurrences(cases[i].series, cases[i].days, amsterdam);
    INFO((times ? std::string() : times.error().what));
    REQUIRE(times.has_value());
    REQUIRE(in_words(*times) == expected[i]);
    sessions += times->size();
  }
  return sessions;
}

std::vector<core::LocalTime> times_of(core::Series const& series, core::Days const& days) {
  auto const times = occurrences(series, days, amsterdam);
  INFO((times ? std::string() : times.error().what));
  REQUIRE(times.has_value());
  return *times;
}

core::Series series_of(Recurrence const& recurrence, core::LocalTime const& first) {
  core::Series series;
  series.rule = recurrence;
  series.first = first;
  return series;
}

TEST_CASE("Five hundred rules give the dates that another program finds") {
  Chance chance;
  std::vector<Case> cases;
  for (int i = 0; i < 500; ++i) cases.push_back(any_case(chance));
  INFO("seed " << seed);
  CHECK(check_against_others(cases) > 5'000);
}

TEST_CASE("Rules of other calendars, in their zones and over their summer times, do so, too") {
  std::vector<Case> cases;
  for (auto const* const zone : {"Europe/Amsterdam", "Europe/London", "America/New_York", "Etc/UTC",
                                 "Asia/Tokyo", "Europe/Istanbul", "Australia/Sydney"})
    for (auto const* const rule :
         {"FREQ=DAILY", "FREQ=DAILY;INTERVAL=3;COUNT=40",
          "FREQ=WEEKLY;BYDAY=SU,WE;UNTIL=20270801T120000",
          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-1",
          "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=13,31"})
      for (int const minute : {2 * 60 + 30, 10 * 60, 23 * 60 + 45})
        cases.push_back(foreign_case(zone, {2026y / 3 / 25, minute}, rule));
  CHECK(check_against_others(cases) > 5'000);
}

TEST_CASE("In the nights in which the clock changes a session keeps its time on the wall") {
  auto const nightly =
      core::Recurrence{.repeat = Repeat::Weekly, .weekdays = core::Weekdays::from_bits(0x7F)};
  for (auto const changing : {Date{2027y / 3 / 28}, Date{2027y / 10 / 31}}) {
    auto const times = times_of(series_of(nightly, {later(changing, -1), 150}),
                                {later(changing, -1), later(changing, 1)});
    CHECK(times == std::vector<core::LocalTime>{
                       {later(changing, -1), 150}, {changing, 150}, {later(changing, 1), 150}});
  }
}

TEST_CASE("Once is the first date and no other") {
  auto const series = series_of({}, {2026y / 11 / 24, 600});
  CHECK(times_of(series, {2026y / 11 / 1, 2026y / 12 / 31}) ==
        std::vector<core::LocalTime>{{2026y / 11 / 24, 600}});
  CHECK(times_of(series, {2026y / 11 / 25, 2026y / 12 / 31}).empty());
}

TEST_CASE("A rule that nobody can meet by, or a zone that is not there, is refused in words") {
  core::Series series;
  auto const refusal = [&](std::string const& lines, std::string const& zone) {
    series.rule = core::ForeignRule{lines, zone};
    auto const times = occurrences(series, {2026y / 1 / 1, 2026y / 12 / 31}, amsterdam);
    return times ? "accepted" : times.error().what;
  };
  using Catch::Contains;
  std::string const start = "DTSTART:20260101T100000\n";
  CHECK(refusal(start, "") == "accepted");
  CHECK_THAT(refusal(start + "RRULE:FREQ=HOURLY\n", ""), Contains("no rule to meet by"));
  CHECK_THAT(refusal(start + "RRULE:FREQ=OFTEN\n", ""), Contains("no rule to meet by"));
  CHECK_THAT(refusal(start + "EXDATE:tomorrow\n", ""), Contains("no time"));
  CHECK_THAT(refusal("RRULE:FREQ=DAILY\n", ""), Contains("no start"));
  CHECK_THAT(refusal(start, "Europe/Atlantis"), Contains("no time zone"));
  CHECK_THAT(refusal("DTSTART:17000101T100000\nRRULE:FREQ=DAILY\n", ""), Contains("too long"));
}

}  // namespace
}  // namespace inloop::calendar
