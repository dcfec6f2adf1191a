#include "kiosk/core/tally.h"

namespace inloop::core {

Tally tally_of(std::span<DaypartCount const> counts, OpeningSchedule const& schedule) {
  Tally tally;
  for (auto const& count : counts) {
    auto const people = count.adults + count.children;
    auto const day = std::chrono::weekday(std::chrono::sys_days(count.date));
    tally.adults += count.adults;
    tally.children += count.children;
    if (schedule.is_open(day, count.daypart))
      tally.people_by_slot[day.iso_encoding() - 1][static_cast<std::size_t>(count.daypart)] +=
          people;
    else
      tally.people_outside_opening += people;
    tally.first_time_skipped += count.first_time_skipped;
    tally.first_time_yes += count.first_time_yes;
    tally.first_time_no += count.first_time_no;
  }
  return tally;
}

}  // namespace inloop::core
