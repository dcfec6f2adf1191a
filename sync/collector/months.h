#pragma once
// Months as words on the wire, "2026-11", and as running numbers that can be counted through. Pure.

#include <string>
#include <string_view>

namespace inloop::collector {

// Of the month, or of the moment that begins with it. The text must be of that form.
// Both included, as running numbers; none when first > last.
struct MonthSpan {
  int first = 0;
  int last = -1;

  bool operator==(MonthSpan const&) const = default;
};

// Months as somebody asks for them: both included; empty is open at that end.
struct MonthRange {
  std::string first;  // van
  std::string last;   // totEnMet

  bool operator==(MonthRange const&) const = default;
};

// A longer past than this is not listed in one answer: ask for it by months.
inline constexpr int most_months_read = 120;

// Of `known` what is wanted, and no more than the last most_months_read.
[[nodiscard]] MonthSpan narrowed(MonthSpan known, MonthRange const& wanted);

[[nodiscard]] int month_number(std::string_view month);
[[nodiscard]] std::string month_word(int number);

}  // namespace inloop::collector
