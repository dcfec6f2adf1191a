#pragma once
// The exact counts of a period, before any noise. They never leave the house. Pure.

#include <array>
#include <cstdint>
#include <span>

#include "kiosk/core/opening.h"
#include "kiosk/core/time.h"

namespace inloop::core {

// What the visits of one daypart of one date add up to.
struct DaypartCount {
  Date date{};
  Daypart daypart = Daypart::Morning;
  std::int64_t adults = 0;
  std::int64_t children = 0;
  std::int64_t first_time_skipped = 0;  // check-ins, not people
  std::int64_t first_time_yes = 0;
  std::int64_t first_time_no = 0;

  bool operator==(DaypartCount const&) const = default;
};

struct Tally {
  std::int64_t adults = 0;
  std::int64_t children = 0;
  std::array<std::array<std::int64_t, all_dayparts.size()>, 7> people_by_slot{};  // Monday first
  std::int64_t people_outside_opening = 0;  // in dayparts the schedule does not have
  std::int64_t first_time_skipped = 0;
  std::int64_t first_time_yes = 0;
  std::int64_t first_time_no = 0;

  bool operator==(Tally const&) const = default;
};

[[nodiscard]] Tally tally_of(std::span<DaypartCount const> counts, OpeningSchedule const& schedule);

}  // namespace inloop::core
