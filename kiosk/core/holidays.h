#pragma once
// The public holidays of the Netherlands, computed for any year. Not the days on which this place
// is closed: whether a series skips them is written in the series. Pure.

#include <chrono>
#include <vector>

#include "kiosk/core/time.h"

namespace inloop::core {

// Those of the Algemene termijnenwet, article 3, and the two Sundays that belong to them. Good
// Friday is not among them: shops, schools and living rooms are open.
enum class Holiday {
  NewYear,
  EasterSunday,
  EasterMonday,
  KingsDay,       // 27 April, or the day before where that is a Sunday
  LiberationDay,  // 5 May; a day off for some every year, for most once in five years
  Ascension,
  WhitSunday,
  WhitMonday,
  FirstChristmasDay,
  SecondChristmasDay,
};

struct HolidayDate {
  Date date{};
  Holiday holiday = Holiday::NewYear;

  bool operator==(HolidayDate const&) const = default;
};

// Whether 5 May is a day off here.
enum class LiberationDay { Ordinary, DayOff };

// Gregorian Easter by the algorithm of Meeus, Jones and Butcher ("Astronomical Algorithms", ch. 8).
[[nodiscard]] Date easter_sunday(std::chrono::year year);

// In order of date.
[[nodiscard]] std::vector<HolidayDate> holidays_of(std::chrono::year year,
                                                   LiberationDay liberation_day);
[[nodiscard]] bool is_holiday(Date date, LiberationDay liberation_day);

}  // namespace inloop::core
