#include "kiosk/privacy/discrete_laplace.h"

#include "kiosk/base/assert.h"
#include "kiosk/privacy/geometric.h"

namespace inloop::privacy {
namespace {

// A number in 0 .. size - 1 with probability proportional to exp(-number / size).
Result<std::uint64_t> draw_remainder(std::uint64_t size, BitSource& source) {
  for (int round = 0; round < most_rounds; ++round) {
    auto const candidate = uniform_below(size, source);
    if (!candidate) return candidate;
    auto const is_kept = draw_exponential_coin(*candidate, size, source);
    if (!is_kept) return tl::unexpected<Error>(is_kept.error());
    if (*is_kept) return candidate;
  }
  return failure("the random source had {} candidates refused", most_rounds);
}

// Geometric with ratio exp(-epsilon), from a geometric of ratio exp(-1 / denominator): its quotient
// by the denominator and its remainder are independent, so each is drawn by itself, and whole
// numerators of it make one step.
Result<std::uint64_t> draw_magnitude(Rational epsilon, BitSource& source) {
  auto const remainder = draw_remainder(epsilon.denominator, source);
  if (!remainder) return remainder;
  auto const quotient = count_successes([&] { return draw_exponential_coin(1, 1, source); });
  if (!quotient) return quotient;
  return (*remainder + epsilon.denominator * *quotient) / epsilon.numerator;
}

}  // namespace

Result<bool> draw_exponential_coin(std::uint64_t numerator, std::uint64_t denominator,
                                   BitSource& source) {
  INLOOP_ASSERT(numerator <= denominator && denominator >= 1 &&
                denominator <= Rational::greatest_term);
  // With g = numerator / denominator, the run of successes of coins g/1, g/2, g/3, ... is even with
  // probability 1 - g + g^2/2! - ... = exp(-g).
  std::uint64_t divisor = 0;
  auto const successes = count_successes([&]() -> Result<bool> {
    ++divisor;
    auto const drawn = uniform_below(denominator * divisor, source);
    if (!drawn) return tl::unexpected<Error>(drawn.error());
    return *drawn < numerator;
  });
  if (!successes) return tl::unexpected<Error>(successes.error());
  return *successes % 2 == 0;
}

Result<std::int64_t> draw_discrete_laplace(Rational epsilon, BitSource& source) {
  INLOOP_ASSERT(epsilon.is_valid());
  return with_sign([&] { return draw_magnitude(epsilon, source); }, source);
}

}  // namespace inloop::privacy
