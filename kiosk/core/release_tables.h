#pragma once
// The tables of a release: what each figure counts, written once, and its cells. The cell set
// follows from the configuration alone, so that the shape of a release tells nothing. Pure.

#include <chrono>
#include <string>
#include <vector>

#include "kiosk/core/opening.h"
#include "kiosk/core/tally.h"
#include "kiosk/privacy/release.h"

namespace inloop::core {

struct Epsilons {
  privacy::Rational visits{1, 1};      // bezoeken
  privacy::Rational busyness{1, 2};    // drukte
  privacy::Rational first_time{1, 2};  // eersteKeer

  bool operator==(Epsilons const&) const = default;
};

// bezoeken: people counted in by a check-in, a host's +1 or a late entry, less undone ones.
// drukte: the same people, by weekday and daypart of the opening schedule, and one cell
//   "buitenOpeningstijd" for all other times.
// eersteKeer: answers to "first time this month", one for each check-in whatever the party's size.
[[nodiscard]] std::vector<privacy::ExactTable> release_tables(Tally const& tally,
                                                              OpeningSchedule const& schedule,
                                                              Epsilons const& epsilons);

// The word on the wire for a slot of the week: "maandagOchtend".
[[nodiscard]] std::string slot_word(std::chrono::weekday day, Daypart daypart);

}  // namespace inloop::core
