#pragma once
// All that is counted of a period before any noise, and the facts about the place that go exact. It
// never leaves the house as it is. Plain values.

#include <array>
#include <cstdint>
#include <vector>

#include "kiosk/core/activities.h"
#include "kiosk/core/feeling.h"
#include "kiosk/core/tally.h"

namespace inloop::core {

// Sessions of one kind of activity: facts about the place, not about people.
struct SessionFacts {
  std::int64_t planned = 0;  // held and cancelled together
  std::int64_t held = 0;
  std::int64_t cancelled = 0;

  bool operator==(SessionFacts const&) const = default;
};

struct PeriodCounts {
  std::vector<DaypartCount> dayparts;
  // deelnames: at each held session what the host counted, or else the places that were held.
  std::array<std::int64_t, all_activity_kinds.size()> participations{};
  std::array<std::int64_t, all_feelings.size()> feelings{};
  std::array<SessionFacts, all_activity_kinds.size()> sessions{};

  bool operator==(PeriodCounts const&) const = default;
};

}  // namespace inloop::core
