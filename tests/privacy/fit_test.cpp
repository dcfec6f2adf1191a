#include <catch2/catch.hpp>

#include "tests/privacy/drawn_samples.h"
#include "tests/privacy/sampler_checks.h"

using namespace inloop::privacy;

TEST_CASE("the noise fits the discrete Laplace distribution at every scale") {
  // Scales 1, 2, 3, 10/7 and 1/3; epsilon is one over the scale.
  auto const epsilon =
      GENERATE(Rational{1, 1}, Rational{1, 2}, Rational{1, 3}, Rational{7, 10}, Rational{3, 1});
  auto const seed = GENERATE(20261101U, 20261102U, 20261103U);
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  auto const samples = drawn_samples(epsilon, 100'000, seed);
  CHECK(objection_to_fit(samples, epsilon) == std::nullopt);
  CHECK(objection_to_independence(samples) == std::nullopt);
}

TEST_CASE("the noise fits at the ends of what a fraction may be") {
  auto const seed = 20261104U;
  CAPTURE(seed);
  Rational const sharp{Rational::greatest_term, 1};
  for (auto const sample : drawn_samples(sharp, 1'000, seed)) CHECK(sample == 0);

  Rational const flat{Rational::greatest_term - 1, Rational::greatest_term};
  CHECK(objection_to_fit(drawn_samples(flat, 100'000, seed), flat) == std::nullopt);
}

TEST_CASE("the widest noise stays within its limit and on both sides of zero") {
  auto const seed = 20261105U;
  CAPTURE(seed);
  Rational const widest{1, Rational::greatest_term};
  auto const samples = drawn_samples(widest, 10'000, seed);
  std::size_t negative = 0;
  for (auto const sample : samples) {
    REQUIRE(std::abs(sample) <= greatest_noise);
    if (sample < 0) ++negative;
  }
  // Binomial with 10,000 and one half: sd 50.
  CHECK(negative > 4'700);
  CHECK(negative < 5'300);
}
