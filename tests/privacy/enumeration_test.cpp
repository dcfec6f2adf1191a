#include "tests/privacy/enumeration.h"

#include <cmath>

#include <catch2/catch.hpp>

#include "kiosk/privacy/discrete_laplace.h"
#include "kiosk/privacy/geometric.h"

using namespace inloop;
using namespace inloop::privacy;

namespace {

// The two-sided geometric distribution of ratio 1/2: our own two loops, with fair coins.
Result<std::int64_t> draw_with_fair_coins(BitSource& source) {
  auto const fair_coin = [&]() -> Result<bool> {
    auto const bit = source.bits(1);
    if (!bit) return tl::unexpected<Error>(bit.error());
    return *bit == 1;
  };
  return with_sign([&] { return count_successes(fair_coin); }, source);
}

}  // namespace

TEST_CASE("with ratio 1/2 every outcome has exactly its share of all strings of coin flips") {
  constexpr int length = 20;
  auto const all = enumerate<std::int64_t>(draw_with_fair_coins, length);
  // Written out: z takes |z| ones, a zero and a sign, after any number of minus zeros "01".
  for (std::int64_t noise = -8; noise <= 8; ++noise) {
    std::uint64_t expected = 0;
    for (auto used = static_cast<int>(std::abs(noise)) + 2; used <= length; used += 2)
      expected += std::uint64_t{1} << (length - used);
    CAPTURE(noise);
    CHECK(all.strings.at(noise) == expected);
  }
}

TEST_CASE("with ratio 1/2 a third of all outcomes is zero, because minus zero is drawn again") {
  constexpr int length = 16;
  auto const all = enumerate<std::int64_t>(draw_with_fair_coins, length);
  auto const decided = (std::uint64_t{1} << length) - all.undecided;
  // (1 - 1/2) / (1 + 1/2); a minus zero that counts would make it one half.
  CHECK(static_cast<double>(all.strings.at(0)) / static_cast<double>(decided) ==
        Approx(1.0 / 3).margin(0.0001));
}

TEST_CASE("the exponential coin brackets exp(-g) exactly") {
  struct Fraction {
    std::uint64_t numerator;
    std::uint64_t denominator;
  };
  auto const g = GENERATE(Fraction{0, 1}, Fraction{1, 1}, Fraction{1, 2}, Fraction{1, 3},
                          Fraction{2, 3}, Fraction{7, 10});
  constexpr int length = 20;
  auto const all = enumerate<bool>(
      [&](BitSource& source) { return draw_exponential_coin(g.numerator, g.denominator, source); },
      length);
  auto const whole = std::ldexp(1.0, length);
  auto const found = all.strings.find(true);
  auto const least = (found == all.strings.end() ? 0 : static_cast<double>(found->second)) / whole;
  auto const most = least + static_cast<double>(all.undecided) / whole;
  auto const truth =
      std::exp(-static_cast<double>(g.numerator) / static_cast<double>(g.denominator));
  CAPTURE(g.numerator, g.denominator, least, most);
  CHECK(least <= truth);
  CHECK(truth <= most);
  CHECK(most - least < 0.2);
}

TEST_CASE("the sampler brackets the closed form exactly, outcome by outcome") {
  auto const epsilon = GENERATE(Rational{1, 1}, Rational{1, 2}, Rational{2, 1}, Rational{3, 2});
  constexpr int length = 22;
  auto const all = enumerate<std::int64_t>(
      [&](BitSource& source) { return draw_discrete_laplace(epsilon, source); }, length);
  auto const whole = std::ldexp(1.0, length);
  auto const doubt = static_cast<double>(all.undecided) / whole;
  auto const ratio = std::exp(-1.0 * epsilon.numerator / epsilon.denominator);
  CAPTURE(epsilon.numerator, epsilon.denominator, doubt);
  CHECK(doubt < 0.2);
  for (std::int64_t noise = -2; noise <= 2; ++noise) {
    auto const least = static_cast<double>(all.strings.at(noise)) / whole;
    auto const truth =
        (1 - ratio) / (1 + ratio) * std::pow(ratio, static_cast<double>(std::abs(noise)));
    CAPTURE(noise, least, truth);
    CHECK(least <= truth);
    CHECK(truth <= least + doubt);
  }
}
