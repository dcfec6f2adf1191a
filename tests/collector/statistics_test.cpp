#include "sync/collector/statistics.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

using namespace inloop::collector;
using inloop::report::Epsilon;

namespace {

// Discrete Laplace as the difference of two geometrics: not the sampler of the kiosk, so that one
// mistake cannot hide the other.
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : m_random(seed) {}

  std::int64_t draw(Epsilon epsilon) {
    double const p = std::exp(-1.0 * epsilon.numerator / epsilon.denominator);
    return geometric(p) - geometric(p);
  }

  std::int64_t sum(std::vector<Epsilon> const& epsilons) {
    std::int64_t sum = 0;
    for (auto const epsilon : epsilons) sum += draw(epsilon);
    return sum;
  }

 private:
  std::int64_t geometric(double p) {
    double const uniform = (static_cast<double>(m_random() >> 11U) + 0.5) * 0x1p-53;
    return static_cast<std::int64_t>(std::floor(std::log(uniform) / std::log(p)));
  }

  std::mt19937_64 m_random;
};

// The share of draws that lie within `half_width`.
double coverage(std::vector<Epsilon> const& epsilons, std::int64_t half_width, std::uint64_t seed,
                int draws) {
  Noise noise(seed);
  int inside = 0;
  for (int i = 0; i < draws; ++i)
    if (std::abs(noise.sum(epsilons)) <= half_width) ++inside;
  return double{inside * 1.0} / draws;
}

std::vector<Epsilon> cells(std::size_t count, Epsilon epsilon) {
  return {count, epsilon};
}

}  // namespace

TEST_CASE("one cell's interval is the closed form") {
  auto const epsilon = GENERATE(Epsilon{1, 1}, Epsilon{1, 2}, Epsilon{2, 1}, Epsilon{1, 10},
                                Epsilon{10, 7}, Epsilon{1, 65'536}, Epsilon{65'536, 1});
  auto const half_width = half_width_95(cells(1, epsilon));
  double const p = std::exp(-1.0 * epsilon.numerator / epsilon.denominator);
  auto const inside = [p](std::int64_t h) {
    return 1 - 2 * std::pow(p, static_cast<double>(h + 1)) / (1 + p);
  };
  CHECK(half_width.method == Method::Exact);
  CHECK(inside(half_width.counts) >= 0.95 - 1e-9);
  CHECK((half_width.counts == 0 || inside(half_width.counts - 1) < 0.95));
}

TEST_CASE("the half-widths at the usual epsilons are those of the documentation") {
  CHECK(half_width_95(cells(1, {1, 1})).counts == 3);  // holds with 97.3 %
  CHECK(half_width_95(cells(1, {1, 2})).counts == 6);  // holds with 96.2 %
  CHECK(half_width_95(cells(0, {1, 1})).counts == 0);
}

TEST_CASE("a convolution agrees with adding up every combination") {
  // Two cells at epsilon 1: P(|X + Y| <= h) summed over all pairs within 60 of zero.
  double const p = std::exp(-1.0);
  double const weight = (1 - p) / (1 + p);
  auto const inside = [&](int h) {
    double sum = 0;
    for (int x = -60; x <= 60; ++x)
      for (int y = -60; y <= 60; ++y)
        if (std::abs(x + y) <= h) sum += weight * weight * std::pow(p, std::abs(x) + std::abs(y));
    return sum;
  };
  auto const half_width = half_width_95(cells(2, {1, 1}));
  CHECK(half_width.method == Method::Exact);
  CHECK(inside(static_cast<int>(half_width.counts)) >= 0.95);
  CHECK(inside(static_cast<int>(half_width.counts) - 1) < 0.95);
}

TEST_CASE("intervals cover as often as they say, and no narrower one would") {
  std::uint64_t const seed = 20'261'122;
  INFO("seed " << seed);
  auto epsilons = GENERATE(cells(1, {1, 1}), cells(2, {1, 1}), cells(1, {1, 2}), cells(3, {1, 2}),
                           cells(7, {1, 2}), cells(22, {1, 2}), cells(64, {1, 2}),
                           std::vector<Epsilon>{{1, 1}, {1, 2}, {2, 1}});
  auto const half_width = half_width_95(epsilons);
  CHECK(half_width.method == Method::Exact);
  constexpr int draws = 40'000;
  double const four_deviations = 4 * std::sqrt(0.95 * 0.05 / draws);
  CHECK(coverage(epsilons, half_width.counts, seed, draws) >= 0.95 - four_deviations);
  CHECK(coverage(epsilons, half_width.counts - 1, seed, draws) < 0.95 + four_deviations);
}

TEST_CASE("beyond 64 cells the normal distribution still covers") {
  std::uint64_t const seed = 7;
  INFO("seed " << seed);
  auto const epsilons = cells(200, {1, 1});
  auto const half_width = half_width_95(epsilons);
  CHECK(half_width.method == Method::Normal);
  constexpr int draws = 20'000;
  CHECK(coverage(epsilons, half_width.counts, seed, draws) >=
        0.95 - 4 * std::sqrt(0.95 * 0.05 / draws));
}

TEST_CASE("the change from convolution to normal moves the half-width by at most one count") {
  auto const exact = half_width_95(cells(64, {1, 2}));
  auto const normal = half_width_95(cells(65, {1, 2}));
  CHECK(exact.method == Method::Exact);
  CHECK(normal.method == Method::Normal);
  CHECK(std::abs(exact.counts - normal.counts) <= 1);
}

TEST_CASE("an epsilon too small to convolve gets a bound that covers") {
  std::uint64_t const seed = 11;
  INFO("seed " << seed);
  std::vector<Epsilon> const epsilons{{1, 2'000}, {1, 5'000}, {1, 1}};
  auto const half_width = half_width_95(epsilons);
  CHECK(half_width.method == Method::Bound);
  CHECK(coverage(epsilons, half_width.counts, seed, 20'000) >= 0.95);
}

TEST_CASE("raw sums are unbiased and shown values are not") {
  std::uint64_t const seed = 3;
  INFO("seed " << seed);
  Noise noise(seed);
  constexpr int draws = 200'000;
  auto const half_width = half_width_95(cells(1, {1, 1}));
  double raw_sum = 0;
  double shown_sum = 0;
  for (int i = 0; i < draws; ++i) {
    auto const empty_cell = estimate(0 + noise.draw({1, 1}), half_width);
    raw_sum += static_cast<double>(empty_cell.raw);
    shown_sum += static_cast<double>(empty_cell.shown);
  }
  double const four_deviations = 4 * 1.357 / std::sqrt(draws);
  CHECK(std::abs(raw_sum / draws) < four_deviations);
  // p / (1 - p^2) at p = 1/e: what clamping adds to an empty cell.
  CHECK(shown_sum / draws == Approx(0.4255).margin(four_deviations));
}

TEST_CASE("what is shown and both ends of the interval are never below zero") {
  auto const estimated = estimate(-5, {.counts = 3});
  CHECK(estimated.raw == -5);
  CHECK(estimated.shown == 0);
  CHECK(estimated.low == 0);
  CHECK(estimated.high == 3);
  CHECK(estimate(2, {.counts = 3}).low == 0);
  CHECK(estimate(2, {.counts = 3}).high == 5);
}

TEST_CASE("a raw value far below zero is not shown as if it were certain") {
  auto const estimated = estimate(-7, {.counts = 3});
  CHECK(estimated.low == 0);
  CHECK(estimated.high == 3);
}

TEST_CASE("what is shown, give or take the half-width, holds the true count in 95 of 100 cases") {
  std::uint64_t const seed = 1'953;
  INFO("seed " << seed);
  Noise noise(seed);
  auto const true_count = GENERATE(range<std::int64_t>(0, 11));
  auto const epsilons =
      GENERATE(cells(1, {1, 1}), cells(1, {1, 2}), cells(2, {1, 1}), cells(7, {1, 2}));
  auto const half_width = half_width_95(epsilons);
  constexpr int draws = 20'000;
  int inside = 0;
  for (int i = 0; i < draws; ++i) {
    auto const estimated = estimate(true_count + noise.sum(epsilons), half_width);
    if (estimated.low <= true_count && true_count <= estimated.high) ++inside;
  }
  CHECK(double{inside * 1.0} / draws >= 0.95 - 4 * std::sqrt(0.95 * 0.05 / draws));
}
