#include "kiosk/core/holidays.h"

#include <algorithm>

namespace inloop::core {
namespace {

using namespace std::chrono_literals;

Date kings_day(std::chrono::year year) {
  Date const birthday = year / 4 / 27;
  std::chrono::sys_days const day(birthday);
  return std::chrono::weekday(day) == std::chrono::Sunday ? Date(day - std::chrono::days{1})
                                                          : birthday;
}

}  // namespace

Date easter_sunday(std::chrono::year year) {
  auto const y = int{year};
  auto const golden = y % 19;
  auto const century = y / 100;
  auto const of_century = y % 100;
  auto const correction = (century - (century + 8) / 25 + 1) / 3;
  auto const moon = (19 * golden + century - century / 4 - correction + 15) % 30;
  auto const week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
  auto const late = (golden + 11 * moon + 22 * week) / 451;
  auto const days = moon + week - 7 * late + 114;
  return year / std::chrono::month{static_cast<unsigned>(days / 31)} /
         std::chrono::day{static_cast<unsigned>(days % 31 + 1)};
}

std::vector<HolidayDate> holidays_of(std::chrono::year year, LiberationDay liberation_day) {
  std::chrono::sys_days const easter(easter_sunday(year));
  auto const after_easter = [easter](int days) { return Date(easter + std::chrono::days{days}); };
  std::vector<HolidayDate> all{{year / 1 / 1, Holiday::NewYear},
                               {after_easter(0), Holiday::EasterSunday},
                               {after_easter(1), Holiday::EasterMonday},
                               {kings_day(year), Holiday::KingsDay},
                               {after_easter(39), Holiday::Ascension},
                               {after_easter(49), Holiday::WhitSunday},
                               {after_easter(50), Holiday::WhitMonday},
                               {year / 12 / 25, Holiday::FirstChristmasDay},
                               {year / 12 / 26, Holiday::SecondChristmasDay}};
  if (liberation_day == LiberationDay::DayOff)
    all.push_back({year / 5 / 5, Holiday::LiberationDay});
  std::ranges::stable_sort(all, {}, &HolidayDate::date);
  return all;
}

bool is_holiday(Date date, LiberationDay liberation_day) {
  auto const all = holidays_of(date.year(), liberation_day);
  return std::ranges::find(all, date, &HolidayDate::date) != all.end();
}

}  // namespace inloop::core
