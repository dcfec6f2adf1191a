#pragma once
// From exact tables to anonymous ones: discrete Laplace noise on every cell, drawn once. Pure but
// for the random source that is handed in. Background thread.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/privacy/rational.h"

namespace inloop::privacy {

inline constexpr std::size_t most_tables = 16;                 // in a release
inline constexpr std::size_t most_cells = 64;                  // in a table
inline constexpr std::int64_t greatest_count = 1'000'000'000;  // in a cell, before noise

struct ExactCell {
  std::string group;  // the word on the wire: "volwassenen"
  std::int64_t count = 0;

  bool operator==(ExactCell const&) const = default;
};

// One counted thing falls in exactly one cell, so adding or removing it changes the table by 1.
struct ExactTable {
  std::string subject;  // onderwerp: "bezoeken"
  std::string unit;     // eenheid, the unit of privacy: "geteldePersoon"
  Rational epsilon;
  std::vector<ExactCell> cells;

  bool operator==(ExactTable const&) const = default;
};

struct ReleasedCell {
  std::string group;
  std::int64_t value = 0;  // signed and not clamped: clamping would bias every sum

  bool operator==(ReleasedCell const&) const = default;
};

struct ReleasedTable {
  std::string subject;
  std::string unit;
  Rational epsilon;
  std::vector<ReleasedCell> cells;

  bool operator==(ReleasedTable const&) const = default;
};

// Draws the noise for all tables of one period. Fails, having released nothing, when an epsilon is
// invalid, when the epsilons add up to more than `budget`, when a table or a cell is there twice,
// when a limit above is passed, or when randomness fails.
// The caller must record the result before anybody sees it, and never call this twice for a period.
[[nodiscard]] Result<std::vector<ReleasedTable>> release(std::vector<ExactTable> const& tables,
                                                         Rational budget, RandomSource& random);

}  // namespace inloop::privacy
