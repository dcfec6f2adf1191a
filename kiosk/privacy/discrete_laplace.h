#pragma once
// The exact discrete Laplace sampler of C. Canonne, G. Kamath and T. Steinke, "The Discrete
// Gaussian for Differential Privacy" (arXiv 2004.00010, algorithms 1 and 2). Whole numbers only: a
// rounded probability would be a leak. Pure but for the bits handed in.

#include <cstdint>

#include "kiosk/privacy/bit_source.h"
#include "kiosk/privacy/rational.h"

namespace inloop::privacy {

// No sample lies further from zero: most_rounds bounds the geometric part, 2^16 the scale.
inline constexpr std::int64_t greatest_noise =
    std::int64_t{Rational::greatest_term} * (most_rounds + 1);

// One sample z, in counted things, with probability (1 - a) / (1 + a) * a^|z| where
// a = exp(-epsilon): mean 0, scale 1 / epsilon. Added to a count that one counted thing changes by
// 1, it gives epsilon-differential privacy. Fails when the bits fail; `epsilon` must be valid.
[[nodiscard]] Result<std::int64_t> draw_discrete_laplace(Rational epsilon, BitSource& source);

// True with probability exp(-numerator / denominator), for 0 <= numerator <= denominator <= 2^16
// and denominator >= 1 (algorithm 1 of the paper, after von Neumann). Fails when the bits fail.
[[nodiscard]] Result<bool> draw_exponential_coin(std::uint64_t numerator, std::uint64_t denominator,
                                                 BitSource& source);

}  // namespace inloop::privacy
