#include "kiosk/core/host/noise.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/base/assert.h"

namespace inloop::core::host {
namespace {

constexpr double wanted_share = 0.95;
constexpr int most_cells = 64;
constexpr double most_folded = 600;  // values on one side; beyond, the sum is taken as normal

double alpha_of(privacy::Rational epsilon) {
  return std::exp(-static_cast<double>(epsilon.numerator) / epsilon.denominator);
}

// P(|X| > h) = 2 alpha^(h+1) / (1 + alpha).
int half_width_of_one(double alpha) {
  auto const least = std::log((1 - wanted_share) * (1 + alpha) / 2) / std::log(alpha) - 1;
  return std::max(0, static_cast<int>(std::ceil(least - 1e-9)));
}

// The probabilities of -reach to reach.
std::vector<double> one_noise(double alpha, int reach) {
  std::vector<double> shares;
  for (int value = -reach; value <= reach; ++value)
    shares.push_back((1 - alpha) / (1 + alpha) * std::pow(alpha, std::abs(value)));
  return shares;
}

std::vector<double> folded(std::vector<double> const& one, std::vector<double> const& other) {
  std::vector<double> sum(one.size() + other.size() - 1, 0.0);
  for (std::size_t i = 0; i < one.size(); ++i)
    for (std::size_t j = 0; j < other.size(); ++j) sum[i + j] += one[i] * other[j];
  return sum;
}

int half_width_of(std::vector<double> const& shares) {
  auto const middle = shares.size() / 2;
  double share = shares[middle];
  int half_width = 0;
  while (share < wanted_share && static_cast<std::size_t>(half_width) < middle) {
    ++half_width;
    share += 2 * shares[middle + static_cast<std::size_t>(half_width)];
  }
  return half_width;
}

}  // namespace

int half_width_95(privacy::Rational epsilon, int cells) {
  INLOOP_ASSERT(epsilon.is_valid() && cells >= 1 && cells <= most_cells);
  auto const alpha = alpha_of(epsilon);
  if (cells == 1) return half_width_of_one(alpha);
  auto const deviation = std::sqrt(2 * alpha) / (1 - alpha);
  auto const reach = std::ceil(12 * deviation) + 2;
  // Many or wide cells add up to the normal distribution, which is quicker.
  if (reach * cells > most_folded)
    return static_cast<int>(std::ceil(1.96 * deviation * std::sqrt(cells)));
  auto const one = one_noise(alpha, static_cast<int>(reach));
  auto sum = one;
  for (int i = 1; i < cells; ++i) sum = folded(sum, one);
  return half_width_of(sum);
}

}  // namespace inloop::core::host
