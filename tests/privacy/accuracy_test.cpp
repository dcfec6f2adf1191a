#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/privacy/drawn_samples.h"
#include "tests/privacy/sampler_checks.h"

using namespace inloop::privacy;

namespace {

constexpr std::size_t sample_count = 400'000;

double share_within(std::vector<std::int64_t> const& samples, std::int64_t distance) {
  auto const inside = std::ranges::count_if(
      samples, [&](std::int64_t sample) { return std::abs(sample) <= distance; });
  return static_cast<double>(inside) / static_cast<double>(samples.size());
}

double spread(std::vector<std::int64_t> const& samples) {
  double squares = 0;
  for (auto const sample : samples) squares += static_cast<double>(sample * sample);
  return std::sqrt(squares / static_cast<double>(samples.size()));
}

double mean(std::vector<std::int64_t> const& samples) {
  double sum = 0;
  for (auto const sample : samples) sum += static_cast<double>(sample);
  return sum / static_cast<double>(samples.size());
}

}  // namespace

TEST_CASE("the accuracy that is promised is what the closed form says") {
  Rational const one{1, 1};
  CHECK(standard_deviation(one) == Approx(1.357).margin(0.0005));
  CHECK(probability_within(3, one) == Approx(0.973).margin(0.0005));
  CHECK(probability_within(4, one) == Approx(0.990).margin(0.0005));
  Rational const half{1, 2};
  CHECK(standard_deviation(half) == Approx(2.799).margin(0.0005));
  CHECK(probability_within(6, half) == Approx(0.962).margin(0.0005));
}

TEST_CASE("the noise is as accurate as is promised at epsilon 1") {
  std::uint64_t const seed = 20261120;
  CAPTURE(seed);
  Rational const epsilon{1, 1};
  auto const samples = drawn_samples(epsilon, sample_count, seed);
  // Margins are about five standard errors at this number of samples.
  CHECK(mean(samples) == Approx(0).margin(0.011));
  CHECK(spread(samples) == Approx(1.357).margin(0.012));
  CHECK(share_within(samples, 3) == Approx(probability_within(3, epsilon)).margin(0.0013));
  CHECK(share_within(samples, 4) == Approx(probability_within(4, epsilon)).margin(0.0008));
}

TEST_CASE("the noise is as accurate as is promised at epsilon 1/2") {
  std::uint64_t const seed = 20261121;
  CAPTURE(seed);
  Rational const epsilon{1, 2};
  auto const samples = drawn_samples(epsilon, sample_count, seed);
  CHECK(mean(samples) == Approx(0).margin(0.022));
  CHECK(spread(samples) == Approx(2.799).margin(0.025));
  CHECK(share_within(samples, 6) == Approx(probability_within(6, epsilon)).margin(0.0015));
}

TEST_CASE("clamping at zero would add 0.425 to each empty cell at epsilon 1") {
  std::uint64_t const seed = 20261122;
  CAPTURE(seed);
  auto samples = drawn_samples({1, 1}, sample_count, seed);
  for (auto& sample : samples) sample = std::max<std::int64_t>(sample, 0);
  CHECK(mean(samples) == Approx(0.425).margin(0.007));
}
