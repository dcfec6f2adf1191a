#include <catch2/catch.hpp>

#include "tests/privacy/flawed_sampler.h"
#include "tests/privacy/random_sources.h"
#include "tests/privacy/sampler_checks.h"

using namespace inloop::privacy;

namespace {

constexpr std::size_t sample_count = 60'000;

std::vector<std::int64_t> samples_with(Flaw flaw, Rational epsilon, std::uint64_t seed) {
  SeededRandom random(seed);
  return flawed_samples(flaw, epsilon, sample_count, random);
}

Rational any_scale() {
  return GENERATE(Rational{1, 1}, Rational{1, 2}, Rational{1, 3}, Rational{7, 10}, Rational{3, 1});
}

}  // namespace

TEST_CASE("the checks let a second sampler without a flaw pass") {
  auto const epsilon = any_scale();
  auto const seed = GENERATE(1U, 2U, 3U, 4U);
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  auto const samples = samples_with(Flaw::None, epsilon, seed);
  CHECK(objection_to_fit(samples, epsilon) == std::nullopt);
  CHECK(objection_to_independence(samples) == std::nullopt);
}

TEST_CASE("the checks refuse noise of a scale divided by 1.175") {
  auto const epsilon = any_scale();
  auto const seed = GENERATE(1U, 2U, 3U, 4U);
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  CHECK(objection_to_fit(samples_with(Flaw::NarrowScale, epsilon, seed), epsilon) != std::nullopt);
}

TEST_CASE("the checks refuse uniform numbers made by a remainder") {
  auto const epsilon = any_scale();
  auto const seed = GENERATE(1U, 2U, 3U, 4U);
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  CHECK(objection_to_fit(samples_with(Flaw::ModuloBias, epsilon, seed), epsilon) != std::nullopt);
}

TEST_CASE("the checks refuse a minus zero that is not drawn again") {
  auto const epsilon = any_scale();
  auto const seed = GENERATE(1U, 2U, 3U, 4U);
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  CHECK(objection_to_fit(samples_with(Flaw::KeptMinusZero, epsilon, seed), epsilon) !=
        std::nullopt);
}

TEST_CASE("the checks refuse noise that is used for two cells") {
  auto const epsilon = any_scale();
  auto const seed = GENERATE(1U, 2U, 3U, 4U);
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  CHECK(objection_to_independence(samples_with(Flaw::ReusedNoise, epsilon, seed)) != std::nullopt);
}
