#include <map>

#include <catch2/catch.hpp>

#include "kiosk/privacy/release.h"
#include "tests/privacy/flawed_sampler.h"
#include "tests/privacy/random_sources.h"
#include "tests/privacy/sampler_checks.h"

using namespace inloop::privacy;

namespace {

constexpr std::size_t sample_count = 1'000'000;
constexpr double greatest_delta = 0.0025;

// What the town hall would see of a count, over and over: the real release, many cells at a time.
std::vector<std::int64_t> released_values(std::int64_t count, Rational epsilon,
                                          std::uint64_t seed) {
  ExactTable table{"bezoeken", "geteldePersoon", epsilon, {}};
  for (std::size_t cell = 0; cell < most_cells; ++cell)
    table.cells.push_back({std::to_string(cell), count});
  SeededRandom random(seed);
  std::vector<std::int64_t> values;
  values.reserve(sample_count);
  while (values.size() < sample_count) {
    auto const released = release({table}, epsilon, random);
    REQUIRE(released.has_value());
    for (auto const& cell : released->front().cells) values.push_back(cell.value);
  }
  return values;
}

}  // namespace

TEST_CASE("one person more or less is hidden as well as epsilon says") {
  auto const epsilon = GENERATE(Rational{1, 1}, Rational{1, 2});
  std::uint64_t const seed = 20261110;
  CAPTURE(epsilon.numerator, epsilon.denominator, seed);
  std::map<std::int64_t, std::vector<std::int64_t>> values;
  for (std::int64_t const count : {0, 1, 2, 20, 21})
    values[count] = released_values(count, epsilon, seed + static_cast<std::uint64_t>(count));
  CHECK(empirical_delta(values[0], values[1], epsilon) <= greatest_delta);
  CHECK(empirical_delta(values[1], values[2], epsilon) <= greatest_delta);
  CHECK(empirical_delta(values[20], values[21], epsilon) <= greatest_delta);

  // The measure has teeth: two persons are not hidden by noise that was made for one.
  CHECK(empirical_delta(values[0], values[2], epsilon) > 10 * greatest_delta);
}

TEST_CASE("noise of a scale divided by 1.175 does not hide a person as epsilon says") {
  Rational const epsilon{1, 1};
  std::uint64_t const seed = 20261111;
  CAPTURE(seed);
  SeededRandom random(seed);
  auto const without = flawed_samples(Flaw::NarrowScale, epsilon, sample_count, random);
  auto with = flawed_samples(Flaw::NarrowScale, epsilon, sample_count, random);
  for (auto& value : with) ++value;
  CHECK(empirical_delta(without, with, epsilon) > greatest_delta);
}
