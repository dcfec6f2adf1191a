#include "tests/privacy/sampler_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

#include <fmt/format.h>

namespace inloop::privacy {
namespace {

constexpr double least_expected = 5;

double value_of(Rational epsilon) {
  return double{1} * epsilon.numerator / epsilon.denominator;
}

double ratio_of(Rational epsilon) {
  return std::exp(-value_of(epsilon));
}

// P(noise >= from), for from >= 1.
double tail_from(std::int64_t from, Rational epsilon) {
  auto const ratio = ratio_of(epsilon);
  return std::pow(ratio, static_cast<double>(from)) / (1 + ratio);
}

struct ChiSquare {
  double sum = 0;
  int cells = 0;

  void add(double observed, double expected) {
    sum += (observed - expected) * (observed - expected) / expected;
    ++cells;
  }

  [[nodiscard]] std::optional<std::string> objection(int df) const {
    auto const bound = df + 6 * std::sqrt(2.0 * df);
    if (sum <= bound) return std::nullopt;
    return fmt::format("chi-square {:.1f} over {} cells exceeds {:.1f}", sum, cells, bound);
  }
};

using Histogram = std::map<std::int64_t, double>;

Histogram histogram_of(std::span<std::int64_t const> samples) {
  Histogram histogram;
  for (auto const sample : samples) histogram[sample] += 1;
  return histogram;
}

double frequency(Histogram const& histogram, std::int64_t value, std::size_t size) {
  auto const found = histogram.find(value);
  return found == histogram.end() ? 0 : found->second / static_cast<double>(size);
}

// What must be added to e^epsilon times the second for it to bound the first on every set.
double excess(std::span<std::int64_t const> outputs, std::span<std::int64_t const> neighbours,
              Rational epsilon) {
  auto const first = histogram_of(outputs);
  auto const second = histogram_of(neighbours);
  double sum = 0;
  for (auto const& [value, unused] : first)
    sum += std::max(0.0,
                    frequency(first, value, outputs.size()) -
                        std::exp(value_of(epsilon)) * frequency(second, value, neighbours.size()));
  return sum;
}

}  // namespace

double probability_of(std::int64_t noise, Rational epsilon) {
  auto const ratio = ratio_of(epsilon);
  return (1 - ratio) / (1 + ratio) * std::pow(ratio, static_cast<double>(std::abs(noise)));
}

double probability_within(std::int64_t distance, Rational epsilon) {
  return 1 - 2 * tail_from(distance + 1, epsilon);
}

double standard_deviation(Rational epsilon) {
  auto const ratio = ratio_of(epsilon);
  return std::sqrt(2 * ratio) / (1 - ratio);
}

std::optional<std::string> objection_to_fit(std::span<std::int64_t const> samples,
                                            Rational epsilon) {
  auto const size = static_cast<double>(samples.size());
  // The cells are -edge and below, each value between, edge and above.
  std::int64_t edge = 1;
  while (size * probability_of(edge, epsilon) >= least_expected &&
         size * tail_from(edge + 1, epsilon) >= least_expected)
    ++edge;
  Histogram observed;
  for (auto const sample : samples) observed[std::clamp(sample, -edge, edge)] += 1;
  ChiSquare chi_square;
  for (auto cell = -edge; cell <= edge; ++cell)
    chi_square.add(observed[cell], size * (std::abs(cell) == edge ? tail_from(edge, epsilon)
                                                                  : probability_of(cell, epsilon)));
  return chi_square.objection(chi_square.cells - 1);
}

std::optional<std::string> objection_to_independence(std::span<std::int64_t const> samples) {
  std::array<std::array<double, 3>, 3> pairs{};
  std::array<double, 3> firsts{};
  std::array<double, 3> seconds{};
  auto const sign_of = [](std::int64_t sample) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(sample, -1, 1) + 1);
  };
  for (std::size_t index = 0; index + 1 < samples.size(); ++index) {
    auto const first = sign_of(samples[index]);
    auto const second = sign_of(samples[index + 1]);
    pairs[first][second] += 1;
    firsts[first] += 1;
    seconds[second] += 1;
  }
  ChiSquare chi_square;
  auto const total = static_cast<double>(samples.size() - 1);
  for (std::size_t first = 0; first < 3; ++first)
    for (std::size_t second = 0; second < 3; ++second)
      chi_square.add(pairs[first][second], firsts[first] * seconds[second] / total);
  return chi_square.objection(4);
}

double empirical_delta(std::span<std::int64_t const> outputs,
                       std::span<std::int64_t const> neighbours, Rational epsilon) {
  return std::max(excess(outputs, neighbours, epsilon), excess(neighbours, outputs, epsilon));
}

}  // namespace inloop::privacy
