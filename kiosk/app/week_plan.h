#pragma once
// The week of a place as a file says it: which activities there are, on which day, at what time.
// Planning writes them into the store; what is there already is left alone. Store thread, or main
// thread at start.

#include <chrono>
#include <filesystem>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/activities.h"
#include "kiosk/store/store.h"

namespace inloop::app {

inline constexpr std::size_t most_planned_sessions = 300;  // in a week
inline constexpr int most_planned_weeks = 53;

struct PlannedSession {
  core::Activity activity;
  std::chrono::weekday day;
  int start_minute = 0;  // of the day
  int minutes = 60;

  bool operator==(PlannedSession const&) const = default;
};

using WeekPlan = std::vector<PlannedSession>;

// Fails with every objection at once, each with file and line. See deploy/week.toml for the keys.
[[nodiscard]] Result<WeekPlan> read_week_plan(std::filesystem::path const& file);

// Writes the sessions of `weeks` weeks (1 to most_planned_weeks), the one that holds the date
// `from` first, and none before that date. Returns how many were not there yet. A session is there
// when one of that title begins at that time, also when it was cancelled. Activities that are the
// same are written once.
[[nodiscard]] Result<int> plan_week(store::Store& store, WeekPlan const& plan, core::Date from,
                                    int weeks);

}  // namespace inloop::app
