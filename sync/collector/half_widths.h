#pragma once
// Half-widths of intervals, computed once for each set of epsilons: they depend on nothing else,
// and the same sets come back in every month. One thread.

#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "sync/collector/statistics.h"
#include "sync/report/count_event.h"

namespace inloop::collector {

// How many cells of each epsilon (numerator, denominator) were added up.
using EpsilonCounts = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>;

class HalfWidths {
 public:
  [[nodiscard]] HalfWidth of(EpsilonCounts const& counts);
  // One epsilon for each cell that was added up, in any order.
  [[nodiscard]] HalfWidth of(std::span<report::Epsilon const> epsilons);

 private:
  std::map<EpsilonCounts, HalfWidth> m_known;
};

}  // namespace inloop::collector
