#pragma once
// Samples of our own sampler, for the checks of this folder. Tests only.

#include <cstdint>
#include <vector>

#include "kiosk/base/assert.h"
#include "kiosk/privacy/discrete_laplace.h"
#include "tests/privacy/random_sources.h"

namespace inloop::privacy {

[[nodiscard]] inline std::vector<std::int64_t> drawn_samples(Rational epsilon, std::size_t size,
                                                             std::uint64_t seed) {
  SeededRandom random(seed);
  BufferedBits bits(random);
  std::vector<std::int64_t> samples;
  samples.reserve(size);
  while (samples.size() < size) {
    auto const sample = draw_discrete_laplace(epsilon, bits);
    INLOOP_ASSERT(sample.has_value());
    samples.push_back(*sample);
  }
  return samples;
}

}  // namespace inloop::privacy
