#include "tests/privacy/flawed_sampler.h"

#include <bit>

#include "kiosk/base/assert.h"
#include "kiosk/privacy/bit_source.h"

namespace inloop::privacy {
namespace {

class FlawedSampler {
 public:
  FlawedSampler(Flaw flaw, Rational epsilon, RandomSource& random)
      : m_flaw(flaw),
        m_numerator(epsilon.numerator),
        m_denominator(epsilon.denominator),
        m_bits(random) {
    if (flaw == Flaw::NarrowScale) {
      m_numerator *= 1175;
      m_denominator *= 1000;
    }
  }

  std::int64_t draw() {
    for (;;) {
      auto const magnitude = static_cast<std::int64_t>(draw_magnitude());
      auto const is_negative = take(1) == 1;
      if (is_negative && magnitude == 0 && m_flaw != Flaw::KeptMinusZero) continue;
      return is_negative ? -magnitude : magnitude;
    }
  }

 private:
  std::uint64_t take(int count) {
    auto const bits = m_bits.bits(count);
    INLOOP_ASSERT(bits.has_value());
    return *bits;
  }

  std::uint64_t below(std::uint64_t bound) {
    auto const width = static_cast<int>(std::bit_width(bound - 1));
    auto candidate = take(width);
    if (m_flaw == Flaw::ModuloBias) return candidate % bound;
    while (candidate >= bound) candidate = take(width);
    return candidate;
  }

  bool exponential_coin(std::uint64_t numerator, std::uint64_t denominator) {
    std::uint64_t divisor = 1;
    while (below(denominator * divisor) < numerator) ++divisor;
    return divisor % 2 == 1;
  }

  std::uint64_t draw_magnitude() {
    auto remainder = below(m_denominator);
    while (!exponential_coin(remainder, m_denominator)) remainder = below(m_denominator);
    std::uint64_t quotient = 0;
    while (exponential_coin(1, 1)) ++quotient;
    return (remainder + m_denominator * quotient) / m_numerator;
  }

  Flaw m_flaw;
  std::uint64_t m_numerator;
  std::uint64_t m_denominator;
  BufferedBits m_bits;
};

}  // namespace

std::vector<std::int64_t> flawed_samples(Flaw flaw, Rational epsilon, std::size_t size,
                                         RandomSource& random) {
  FlawedSampler sampler(flaw, epsilon, random);
  std::vector<std::int64_t> samples;
  samples.reserve(size);
  while (samples.size() < size) {
    auto const is_second = samples.size() % 2 == 1;
    samples.push_back(flaw == Flaw::ReusedNoise && is_second ? samples.back() : sampler.draw());
  }
  return samples;
}

}  // namespace inloop::privacy
