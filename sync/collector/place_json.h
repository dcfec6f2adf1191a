#pragma once
// Places and estimates as JSON, with the same words wherever they stand. Pure.

#include <cstdint>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "sync/collector/count_store.h"
#include "sync/collector/half_widths.h"
#include "sync/collector/statistics.h"

namespace inloop::collector {

// `last_due`: the last month that should be here (see last_due_month).
[[nodiscard]] nlohmann::ordered_json place_json(PlaceState const& state, std::string_view last_due);

// Adds waarde, getoond, the ends of the interval, its half-width and how that was found.
void add_estimate(nlohmann::ordered_json& row, Estimate const& estimate);

// A sum of cells with its interval. `epsilons`: of how many cells of each.
[[nodiscard]] nlohmann::ordered_json figure_json(std::int64_t value, EpsilonCounts const& epsilons,
                                                 HalfWidths& half_widths);

[[nodiscard]] nlohmann::ordered_json epsilon_json(report::Epsilon epsilon);

}  // namespace inloop::collector
