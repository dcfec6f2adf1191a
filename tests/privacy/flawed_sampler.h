#pragma once
// A second discrete Laplace sampler, written apart from ours, into which one mistake at a time can
// be built. It shows that the checks see such mistakes. Tests only.

#include <cstdint>
#include <vector>

#include "kiosk/base/random_source.h"
#include "kiosk/privacy/rational.h"

namespace inloop::privacy {

enum class Flaw {
  None,           // the control: what the checks must let pass
  NarrowScale,    // noise of scale / 1.175: more accurate, less private than is said
  ModuloBias,     // uniform numbers by remainder, without rejection
  KeptMinusZero,  // minus zero counted as zero
  ReusedNoise,    // each draw used for two cells
};

// `size` samples of the flawed sampler, in the order drawn.
[[nodiscard]] std::vector<std::int64_t> flawed_samples(Flaw flaw, Rational epsilon,
                                                       std::size_t size, RandomSource& random);

}  // namespace inloop::privacy
