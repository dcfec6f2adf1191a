#pragma once
// Made-up places and the months they tell of, for measuring and checking the collector: the same
// for everybody who asks, with as many cells as a real month has. Pure.

#include <string>

#include "sync/collector/count_store.h"

namespace inloop::collector {

inline constexpr int places_of_a_district = 10;
inline constexpr int months_of_a_place = 24;

[[nodiscard]] Place town_place(int place);

// `month` counts from January 2026. Valid to its last byte, so it takes a while to make.
[[nodiscard]] Arrival town_arrival(int place, int month);

// The same with bytes of another month, for those who keep it and never look into them.
[[nodiscard]] Arrival quick_town_arrival(int place, int month, std::string bytes);

}  // namespace inloop::collector
