#pragma once
// A visit: people counted in together, on a date, in a daypart. What a visit may hold is written
// here; nothing in it says who came. Pure values and rules.

#include <cstdint>

#include "kiosk/core/first_time.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/time.h"

namespace inloop::core {

using VisitId = std::int64_t;

// groep: the people who check in together, the one who taps included.
struct Party {
  int adults = 1;
  int children = 0;

  bool operator==(Party const&) const = default;
};

inline constexpr int most_adults = 20;
inline constexpr int most_children = 20;

// A party has somebody in it and fits the door. One adult may be zero: children come alone, too.
[[nodiscard]] constexpr bool is_valid(Party const& party) {
  return party.adults >= 0 && party.adults <= most_adults && party.children >= 0 &&
         party.children <= most_children && party.adults + party.children >= 1;
}

// How the visit came to be counted.
enum class Channel { Touch, Card, Host, Late };

struct Visit {
  LocalTime arrived;  // the minute is forgotten when the day closes
  Party party;
  FirstTime first_time = FirstTime::Skipped;
  Channel channel = Channel::Touch;

  [[nodiscard]] Daypart daypart() const { return daypart_at(arrived.minute_of_day); }

  bool operator==(Visit const&) const = default;
};

}  // namespace inloop::core
