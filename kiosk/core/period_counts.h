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

// Sessions of one kind of activity: facts about the place, not about people. A table with slots is
// one session a day.
struct SessionFacts {
  std::int64_t planned = 0;  // held, cancelled and, before the end of a period, still to come
  std::int64_t held = 0;
  std::int64_t cancelled = 0;

  bool operator==(SessionFacts const&) const = default;
};

struct PeriodCounts {
  std::vector<DaypartCount> dayparts;
  // deelnames: at each held session what the host counted, or else the places that were held.
  std::array<std::int64_t, all_activity_kinds.size()> participations{};
  std::array<std::int64_t, all_feelings.size()> feelings{};
  std::int64_t volunteers = 0;  // over all dayparts
  std::array<SessionFacts, all_activity_kinds.size()> sessions{};
  std::vector<NotedOpening> openings;  // where a host said so; else the schedule holds

  bool operator==(PeriodCounts const&) const = default;
};

}  // namespace inloop::core
