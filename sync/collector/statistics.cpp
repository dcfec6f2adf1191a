#include "sync/collector/statistics.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/base/assert.h"

namespace inloop::collector {
namespace {

double as_number(report::Epsilon epsilon) {
  INLOOP_ASSERT(epsilon.numerator >= 1 && epsilon.denominator >= 1);
  return double{epsilon.numerator * 1.0} / epsilon.denominator;
}

// P(k) = (1 - p) / (1 + p) * p^|k| with p = exp(-epsilon); its variance is 2p / (1 - p)^2.
double variance_of(report::Epsilon epsilon) {
  double const p = std::exp(-as_number(epsilon));
  double const one_minus_p = -std::expm1(-as_number(epsilon));
  return 2 * p / (one_minus_p * one_minus_p);
}

// For one cell P(|X| <= h) = 1 - 2 p^(h + 1) / (1 + p), solved for h.
std::int64_t half_width_of_one(report::Epsilon epsilon) {
  double const p = std::exp(-as_number(epsilon));
  double const needed = std::log((1 - confidence) * (1 + p) / 2) / -as_number(epsilon) - 1;
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil(needed - 1e-9)));
}

// Adds one cell's noise to a distribution: convolution with a two-sided geometric, as one sweep
// in each direction. What falls off the ends is lost, which can only widen the interval.
std::vector<double> convolved(std::vector<double> const& before, report::Epsilon epsilon) {
  double const p = std::exp(-as_number(epsilon));
  double const weight = -std::expm1(-as_number(epsilon)) / (1 + p);
  std::vector<double> after(before.size());
  double from_below = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    from_below = before[i] + p * from_below;
    after[i] = weight * from_below;
  }
  double from_above = 0;
  for (std::size_t i = before.size(); i-- > 0;) {
    after[i] += weight * from_above;
    from_above = p * (before[i] + from_above);
  }
  return after;
}

std::int64_t half_width_by_convolution(std::span<NoisyCells const> noise, std::int64_t reach) {
  auto const middle = static_cast<std::size_t>(reach);
  std::vector<double> distribution(2 * middle + 1, 0.0);
  distribution[middle] = 1;
  for (auto const& [epsilon, cells] : noise)
    for (std::int64_t cell = 0; cell < cells; ++cell)
      distribution = convolved(distribution, epsilon);
  double inside = distribution[middle];
  std::size_t half_width = 0;
  while (inside < confidence && half_width < middle) {
    ++half_width;
    inside += distribution[middle - half_width] + distribution[middle + half_width];
  }
  return static_cast<std::int64_t>(half_width);
}

}  // namespace

std::string_view word_for(Method method) {
  switch (method) {
    case Method::Exact:
      return "exact";
    case Method::Normal:
      return "normaal";
    case Method::Bound:
      return "bovengrens";
  }
  INLOOP_ASSERT(false);
}

HalfWidth half_width_95(std::span<NoisyCells const> noise) {
  std::int64_t cells = 0;
  double variance = 0;
  double widest_scale = 0;
  for (auto const& part : noise) {
    INLOOP_ASSERT(part.cells >= 1);
    cells += part.cells;
    variance += static_cast<double>(part.cells) * variance_of(part.epsilon);
    widest_scale = std::max(widest_scale, 1 / as_number(part.epsilon));
  }
  if (cells == 0) return {};
  if (cells == 1) return {half_width_of_one(noise.front().epsilon), Method::Exact};

  double const deviation = std::sqrt(variance);
  if (cells > most_convolved_cells)
    return {static_cast<std::int64_t>(std::ceil(1.959964 * deviation)), Method::Normal};

  // Beyond eight deviations and twenty scales lies less than 1e-8 of the noise.
  auto const reach = static_cast<std::int64_t>(std::ceil(8 * deviation + 20 * widest_scale));
  if (2 * reach + 1 <= greatest_convolved_width)
    return {half_width_by_convolution(noise, reach), Method::Exact};

  // A single Laplace has the largest quotient of 95 % point and deviation, ln(20) / sqrt(2)
  // = 2.119; sums come closer to the normal 1.960.
  return {static_cast<std::int64_t>(std::ceil(2.12 * deviation)), Method::Bound};
}

HalfWidth half_width_95(std::span<report::Epsilon const> epsilons) {
  std::vector<NoisyCells> noise;
  for (auto const epsilon : epsilons) noise.push_back({epsilon, 1});
  return half_width_95(noise);
}

Estimate estimate(std::int64_t raw, HalfWidth half_width) {
  return {.raw = raw,
          .shown = std::max<std::int64_t>(0, raw),
          .low = std::max<std::int64_t>(0, raw - half_width.counts),
          .high = std::max<std::int64_t>(0, raw) + half_width.counts,
          .half_width = half_width};
}

}  // namespace inloop::collector
