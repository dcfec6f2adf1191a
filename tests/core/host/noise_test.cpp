#include "kiosk/core/host/noise.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace inloop;
using core::host::half_width_95;

namespace {

// P(|X| <= half_width) by the definition of the discrete Laplace distribution.
double share_within(double epsilon, int half_width) {
  auto const alpha = std::exp(-epsilon);
  double share = 0;
  for (int value = -half_width; value <= half_width; ++value)
    share += (1 - alpha) / (1 + alpha) * std::pow(alpha, std::abs(value));
  return share;
}

// The same for a sum of two.
double share_of_two_within(double epsilon, int half_width) {
  auto const alpha = std::exp(-epsilon);
  auto const one = [&](int value) {
    return (1 - alpha) / (1 + alpha) * std::pow(alpha, std::abs(value));
  };
  constexpr int far = 200;
  double share = 0;
  for (int first = -far; first <= far; ++first)
    for (int sum = -half_width; sum <= half_width; ++sum) share += one(first) * one(sum - first);
  return share;
}

}  // namespace

TEST_CASE("an interval is as wide as 95 of 100 draws need, and no wider") {
  for (auto const epsilon : {privacy::Rational{1, 1}, {1, 2}, {1, 4}, {2, 1}, {3, 10}}) {
    auto const value = static_cast<double>(epsilon.numerator) / epsilon.denominator;
    CAPTURE(value);
    auto const half_width = half_width_95(epsilon, 1);
    CHECK(share_within(value, half_width) >= 0.95);
    if (half_width > 0) CHECK(share_within(value, half_width - 1) < 0.95);
    auto const of_two = half_width_95(epsilon, 2);
    CHECK(share_of_two_within(value, of_two) >= 0.95);
    CHECK(share_of_two_within(value, of_two - 1) < 0.95);
  }
}

TEST_CASE("the usual epsilons give the intervals that the documentation states") {
  CHECK(half_width_95({1, 1}, 1) == 3);
  CHECK(half_width_95({1, 2}, 1) == 6);
}

TEST_CASE("many cells and small epsilons give wide intervals without taking long") {
  CHECK(half_width_95({1, 65536}, 64) > half_width_95({1, 65536}, 2));
  CHECK(half_width_95({65536, 1}, 64) == 0);
}
