#pragma once
// A positive fraction with small terms, so that the sampler needs no floating point. Pure value.

#include <compare>
#include <cstdint>

namespace inloop::privacy {

// Both terms lie in 1 .. 65536; is_valid() says so.
struct Rational {
  std::uint32_t numerator = 1;
  std::uint32_t denominator = 1;

  static constexpr std::uint32_t greatest_term = 1U << 16U;

  [[nodiscard]] constexpr bool is_valid() const {
    return numerator >= 1 && numerator <= greatest_term && denominator >= 1 &&
           denominator <= greatest_term;
  }

  bool operator==(Rational const&) const = default;
};

}  // namespace inloop::privacy
