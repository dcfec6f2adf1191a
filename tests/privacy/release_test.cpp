#include "kiosk/privacy/release.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/privacy/random_sources.h"

using namespace inloop;
using namespace inloop::privacy;

namespace {

std::vector<ExactTable> two_tables() {
  return {{"bezoeken", "geteldePersoon", {1, 1}, {{"volwassenen", 187}, {"kinderen", 0}}},
          {"eersteKeer", "antwoord", {1, 2}, {{"ja", 12}, {"nee", 40}, {"overgeslagen", 60}}}};
}

bool is_released(std::vector<ExactTable> const& tables, Rational budget) {
  SeededRandom random(1);
  return release(tables, budget, random).has_value();
}

}  // namespace

TEST_CASE("a release keeps the shape of the tables and changes only the counts") {
  CHECK(rc::check([] {
    auto tables = two_tables();
    for (auto& table : tables)
      for (auto& cell : table.cells) cell.count = *rc::gen::inRange<std::int64_t>(0, 5000);
    SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
    auto const released = release(tables, {3, 2}, random);
    RC_ASSERT(released.has_value());
    RC_ASSERT(released->size() == tables.size());
    for (std::size_t table = 0; table < tables.size(); ++table) {
      RC_ASSERT((*released)[table].subject == tables[table].subject);
      RC_ASSERT((*released)[table].unit == tables[table].unit);
      RC_ASSERT((*released)[table].epsilon == tables[table].epsilon);
      RC_ASSERT((*released)[table].cells.size() == tables[table].cells.size());
      for (std::size_t cell = 0; cell < tables[table].cells.size(); ++cell) {
        RC_ASSERT((*released)[table].cells[cell].group == tables[table].cells[cell].group);
        // Epsilon 1/2: further than 120 once in 10^26 draws.
        RC_ASSERT(std::abs((*released)[table].cells[cell].value - tables[table].cells[cell].count) <
                  120);
      }
    }
  }));
}

TEST_CASE("the noise does not depend on the counts") {
  auto shifted = two_tables();
  for (auto& table : shifted)
    for (auto& cell : table.cells) cell.count += 1000;
  SeededRandom first(7);
  SeededRandom second(7);
  auto const plain = release(two_tables(), {3, 2}, first);
  auto const moved = release(shifted, {3, 2}, second);
  REQUIRE(plain.has_value());
  REQUIRE(moved.has_value());
  for (std::size_t table = 0; table < plain->size(); ++table)
    for (std::size_t cell = 0; cell < (*plain)[table].cells.size(); ++cell)
      CHECK((*moved)[table].cells[cell].value == (*plain)[table].cells[cell].value + 1000);
}

TEST_CASE("values below zero leave as they are: nothing is clamped or left out") {
  std::vector<ExactTable> const empty{{"bezoeken", "geteldePersoon", {1, 2}, {{"kinderen", 0}}}};
  bool some_negative = false;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    SeededRandom random(seed);
    auto const released = release(empty, {1, 2}, random);
    REQUIRE(released.has_value());
    REQUIRE(released->front().cells.size() == 1);
    some_negative = some_negative || released->front().cells.front().value < 0;
  }
  CHECK(some_negative);
}

TEST_CASE("a release over budget does not happen") {
  CHECK(is_released(two_tables(), {3, 2}));
  CHECK_FALSE(is_released(two_tables(), {149, 100}));
}

TEST_CASE("an invalid epsilon fails closed") {
  auto tables = two_tables();
  tables[1].epsilon = {0, 1};
  CHECK_FALSE(is_released(tables, {3, 2}));
}

TEST_CASE("the same table twice would be a second draw and is refused") {
  auto tables = two_tables();
  tables[1].subject = tables[0].subject;
  CHECK_FALSE(is_released(tables, {3, 2}));
}

TEST_CASE("the same cell twice would count one person in two cells and is refused") {
  auto tables = two_tables();
  tables[0].cells[1].group = tables[0].cells[0].group;
  CHECK_FALSE(is_released(tables, {3, 2}));
}

TEST_CASE("counts out of range are refused, and the message does not tell them") {
  auto const count =
      GENERATE(std::int64_t{-1}, greatest_count + 1, std::numeric_limits<std::int64_t>::max());
  auto tables = two_tables();
  tables[0].cells[0].count = count;
  SeededRandom random(1);
  auto const refused = release(tables, {3, 2}, random);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().what == "the count of volwassenen in bezoeken is out of range");
}

TEST_CASE("a release has at most so many tables and cells") {
  std::vector<ExactTable> tables;
  for (std::size_t index = 0; index < most_tables; ++index)
    tables.push_back({std::to_string(index), "antwoord", {1, 16}, {}});
  CHECK(is_released(tables, {1, 1}));
  tables.push_back({"een te veel", "antwoord", {1, 16}, {}});
  CHECK_FALSE(is_released(tables, {2, 1}));

  ExactTable wide{"drukte", "geteldePersoon", {1, 2}, {}};
  for (std::size_t index = 0; index < most_cells; ++index)
    wide.cells.push_back({std::to_string(index), 0});
  CHECK(is_released({wide}, {1, 1}));
  wide.cells.push_back({"een te veel", 0});
  CHECK_FALSE(is_released({wide}, {1, 1}));
}

TEST_CASE("when randomness fails half-way nothing is released") {
  // Enough for the first table, not for the second.
  std::vector<ExactTable> tables = two_tables();
  for (std::size_t index = 0; index < most_cells - 3; ++index)
    tables[1].cells.push_back({std::to_string(index), 1});
  FiniteRandom random(std::vector<std::byte>(64, std::byte{0x5a}));
  CHECK_FALSE(release(tables, {3, 2}, random).has_value());
}
