#include "sync/collector/half_widths.h"

#include <vector>

namespace inloop::collector {

HalfWidth HalfWidths::of(EpsilonCounts const& counts) {
  auto const found = m_known.find(counts);
  if (found != m_known.end()) return found->second;
  std::vector<NoisyCells> noise;
  for (auto const& [epsilon, count] : counts)
    noise.push_back({.epsilon = {epsilon.first, epsilon.second}, .cells = count});
  return m_known.emplace(counts, half_width_95(std::span<NoisyCells const>(noise))).first->second;
}

HalfWidth HalfWidths::of(std::span<report::Epsilon const> epsilons) {
  EpsilonCounts counts;
  for (auto const epsilon : epsilons) ++counts[{epsilon.numerator, epsilon.denominator}];
  return of(counts);
}

}  // namespace inloop::collector
