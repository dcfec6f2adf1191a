#pragma once
// The two loops that every two-sided geometric draw is made of, for any coin. Not a distribution
// of its own: discrete_laplace.h puts the right coin in. Pure but for the bits handed in.

#include <cstdint>

#include "kiosk/privacy/bit_source.h"

namespace inloop::privacy {

// How often `coin` (a callable giving Result<bool>) falls on true before the first false: geometric
// when it always does so with the same probability.
template <class Coin>
[[nodiscard]] Result<std::uint64_t> count_successes(Coin&& coin) {
  for (int round = 0; round < most_rounds; ++round) {
    auto const fell = coin();
    if (!fell) return tl::unexpected<Error>(fell.error());
    if (!*fell) return static_cast<std::uint64_t>(round);
  }
  return failure("a coin fell {} times on the same side", most_rounds);
}

// Gives what `draw_magnitude` (a callable giving Result<std::uint64_t>, below 2^62) draws a fair
// sign. Minus zero is drawn again as a whole: two ways to say zero would make it twice as likely.
template <class DrawMagnitude>
[[nodiscard]] Result<std::int64_t> with_sign(DrawMagnitude&& draw_magnitude, BitSource& source) {
  for (int round = 0; round < most_rounds; ++round) {
    auto const magnitude = draw_magnitude();
    if (!magnitude) return tl::unexpected<Error>(magnitude.error());
    auto const is_negative = source.bits(1);
    if (!is_negative) return tl::unexpected<Error>(is_negative.error());
    if (*is_negative == 1 && *magnitude == 0) continue;
    auto const value = static_cast<std::int64_t>(*magnitude);
    return *is_negative == 1 ? -value : value;
  }
  return failure("the random source gave {} times minus zero", most_rounds);
}

}  // namespace inloop::privacy
