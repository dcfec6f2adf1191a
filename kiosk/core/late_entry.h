#pragma once
// nagekomen telling: people who were counted on paper, for one daypart of one date. Pure values and
// rules.

#include "kiosk/core/opening.h"
#include "kiosk/core/time.h"

namespace inloop::core {

// Of either; a paper list of a daypart that holds more is a mistake.
inline constexpr int most_late_people = 200;

struct LateEntry {
  Date date{};
  Daypart daypart = Daypart::Morning;
  int adults = 0;
  int children = 0;

  [[nodiscard]] bool is_empty() const { return adults == 0 && children == 0; }

  bool operator==(LateEntry const&) const = default;
};

[[nodiscard]] constexpr bool is_valid(LateEntry const& entry) {
  return entry.date.ok() && entry.adults >= 0 && entry.adults <= most_late_people &&
         entry.children >= 0 && entry.children <= most_late_people;
}

}  // namespace inloop::core
