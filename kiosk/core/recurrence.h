#pragma once
// How an activity comes again: what a host chooses, as a plain value. Which dates that gives is
// worked out by kiosk/calendar, where the RRULE is. Pure.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

#include "kiosk/core/holidays.h"
#include "kiosk/core/time.h"

namespace inloop::core {

// A set of days of the week.
class Weekdays {
 public:
  constexpr Weekdays() = default;
  constexpr Weekdays(std::initializer_list<std::chrono::weekday> days) {
    for (auto const day : days) add(day);
  }

  constexpr void add(std::chrono::weekday day) { m_bits |= bit(day); }
  constexpr void remove(std::chrono::weekday day) { m_bits &= ~bit(day); }
  [[nodiscard]] constexpr bool has(std::chrono::weekday day) const {
    return (m_bits & bit(day)) != 0;
  }
  [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
  // Monday first.
  [[nodiscard]] std::vector<std::chrono::weekday> in_order() const;

  // Bit 0 is Monday: how a file keeps them.
  [[nodiscard]] constexpr unsigned bits() const { return m_bits; }
  [[nodiscard]] static constexpr Weekdays from_bits(unsigned bits) {
    Weekdays days;
    days.m_bits = bits & 0x7FU;
    return days;
  }

  bool operator==(Weekdays const&) const = default;

 private:
  static constexpr unsigned bit(std::chrono::weekday day) { return 1U << (day.iso_encoding() - 1); }

  unsigned m_bits = 0;
};

enum class Repeat { Once, Weekly, MonthlyByWeekday, MonthlyByDate };

// What happens to a session that would fall on a public holiday.
enum class OnHolidays { Meet, Skip, SkipLiberationDayToo };

inline constexpr int greatest_interval_weeks = 4;
inline constexpr int last_in_month = -1;
inline constexpr std::size_t most_left_out = 200;

// Every rule counts from the date of the first session; that itself is a session only where the
// rule says so.
struct Recurrence {
  Repeat repeat = Repeat::Once;
  int interval_weeks = 1;    // Weekly: 1, 2 (fortnightly) to greatest_interval_weeks
  Weekdays weekdays;         // Weekly: at least one; MonthlyByWeekday: just one
  int nth = 1;               // MonthlyByWeekday: 1 to 4, or last_in_month
  int day_of_month = 1;      // MonthlyByDate: 1 to 31; a month without that day has no session
  std::optional<Date> last;  // the last day on which it may be; absent: open end
  OnHolidays on_holidays = OnHolidays::Meet;
  std::vector<Date> left_out;  // days on which it is not, in order, each once

  bool operator==(Recurrence const&) const = default;
};

// Weekly on the weekday of that date; on its nth weekday; on its day of the month. What an editor
// starts from when a host picks a date and then a way to repeat.
[[nodiscard]] Recurrence repeating(Repeat repeat, Date first);

// Why there can be no such recurrence; nothing when there can.
enum class RecurrenceProblem {
  NoWeekday,
  BadNumber,  // an interval, nth or day of the month that there is not
  EndsBeforeItBegins,
  TooManyLeftOut,
  LeftOutInDisorder,  // a mistake of the program: they are in order, each once
};
[[nodiscard]] std::optional<RecurrenceProblem> problem_with(Recurrence const& recurrence,
                                                            Date first);

// Whether the rule leaves this date out although it would be one of its days.
[[nodiscard]] bool leaves_out(Recurrence const& recurrence, Date date);

// The same recurrence with one more date left out.
[[nodiscard]] Recurrence leaving_out(Recurrence recurrence, Date date);

}  // namespace inloop::core
