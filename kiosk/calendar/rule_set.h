#pragma once
// A start, rules and exceptions, as RFC 5545 (section 3.8.5) puts them together, in the time of one
// wall: what "every second Tuesday but not on the 12th" comes to. libical knows the rules. Pure;
// any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/calendar/zones.h"
#include "kiosk/core/series.h"

namespace inloop::calendar {

inline constexpr std::size_t most_rules = 4;
// From the start of a rule to the days that are asked for: a daily rule of 54 years.
inline constexpr std::size_t most_rule_steps = 20'000;

// "20261124T140000"
[[nodiscard]] std::string time_text(core::LocalTime const& time);
// "20261124"
[[nodiscard]] std::string date_text(core::Date date);

struct RuleSet {
  core::LocalTime start;           // a session of its own, with or without rules
  std::vector<std::string> rules;  // values of RRULE
  std::vector<core::LocalTime> added;
  std::vector<core::LocalTime> left_out;
  std::vector<core::Date> days_left_out;  // whole days

  bool operator==(RuleSet const&) const = default;
};

// As lines of a calendar, each ending in a line feed: how a foreign rule is kept.
[[nodiscard]] std::string lines_of(RuleSet const& set);
[[nodiscard]] Result<RuleSet> rule_set_from(std::string_view lines);

// Why a rule is none for people.
enum class RuleProblem { Unreadable, TooOften };

// The rule as we keep it: checked, and its end in the time of the wall. An end that is a date is
// the end of that day. `zone` is where its start is meant.
[[nodiscard]] tl::expected<std::string, RuleProblem> kept_rule(std::string_view rule,
                                                               Zone const& zone);

// The times of one rule from its start on, at most core::most_sessions_in_series, that lie within
// the days. The start is one of them only if the rule says so.
[[nodiscard]] Result<std::vector<core::LocalTime>> times_of_rule(std::string const& rule,
                                                                 core::LocalTime const& start,
                                                                 core::Days const& days);

// The times of all of the set within the days, in order, each once.
[[nodiscard]] Result<std::vector<core::LocalTime>> times_of(RuleSet const& set,
                                                            core::Days const& days);

}  // namespace inloop::calendar
