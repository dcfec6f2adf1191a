#include <catch2/catch.hpp>

#include "kiosk/privacy/release.h"
#include "tests/privacy/random_sources.h"
#include "tests/privacy/sampler_checks.h"

using namespace inloop::privacy;

TEST_CASE("noise tells nothing about the noise of the next cell, table or release") {
  std::uint64_t const seed = 20261130;
  CAPTURE(seed);
  Rational const epsilon{1, 2};
  std::vector<ExactTable> const tables{
      {"bezoeken", "geteldePersoon", epsilon, {{"volwassenen", 0}, {"kinderen", 0}}},
      {"eersteKeer", "antwoord", epsilon, {{"ja", 0}}}};
  SeededRandom random(seed);
  std::vector<std::int64_t> noise;
  while (noise.size() < 90'000) {
    auto const released = release(tables, {1, 1}, random);
    REQUIRE(released.has_value());
    for (auto const& table : *released)
      for (auto const& cell : table.cells) noise.push_back(cell.value);
  }
  CHECK(objection_to_independence(noise) == std::nullopt);
  CHECK(objection_to_fit(noise, epsilon) == std::nullopt);
}
