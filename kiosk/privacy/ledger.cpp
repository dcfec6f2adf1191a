#include "kiosk/privacy/ledger.h"

#include <cstdint>
#include <numeric>
#include <set>
#include <string_view>
#include <vector>

namespace inloop::privacy {
namespace {

// Times a term of a Rational (at most 2^16) it still fits 64 bits.
constexpr std::uint64_t greatest_common_denominator = std::uint64_t{1} << 47U;

Result<> check_table(ExactTable const& table) {
  if (table.cells.size() > most_cells)
    return failure("{} has {} cells, more than {}", table.subject, table.cells.size(), most_cells);
  std::set<std::string_view> groups;
  for (auto const& cell : table.cells) {
    if (!groups.insert(cell.group).second)
      return failure("{} has two cells for {}", table.subject, cell.group);
    // The count itself stays out of the message: a log is no place for it.
    if (cell.count < 0 || cell.count > greatest_count)
      return failure("the count of {} in {} is out of range", cell.group, table.subject);
  }
  return {};
}

}  // namespace

Result<> may_draw(std::span<ExactTable const> tables, Rational budget) {
  if (tables.size() > most_tables)
    return failure("{} tables, more than {}", tables.size(), most_tables);
  std::set<std::string_view> subjects;
  std::vector<Rational> epsilons;
  for (auto const& table : tables) {
    if (!subjects.insert(table.subject).second)
      return failure("the table {} would be drawn twice", table.subject);
    if (auto const checked = check_table(table); !checked) return checked;
    epsilons.push_back(table.epsilon);
  }
  return within_budget(epsilons, budget);
}

Result<> within_budget(std::span<Rational const> epsilons, Rational budget) {
  if (!budget.is_valid())
    return failure("the budget {}/{} is no valid fraction", budget.numerator, budget.denominator);
  std::uint64_t common = budget.denominator;
  for (auto const& epsilon : epsilons) {
    if (!epsilon.is_valid())
      return failure("epsilon {}/{} is no valid fraction", epsilon.numerator, epsilon.denominator);
    common = common / std::gcd(common, std::uint64_t{epsilon.denominator}) * epsilon.denominator;
    if (common > greatest_common_denominator)
      return failure("the epsilons have no common denominator up to 2^47: choose simpler ones");
  }
  // In units of 1 / common everything is a whole number, and taking the parts off one by one never
  // goes below zero.
  std::uint64_t left = common / budget.denominator * budget.numerator;
  for (auto const& epsilon : epsilons) {
    auto const part = common / epsilon.denominator * epsilon.numerator;
    if (part > left)
      return failure("the epsilons add up to more than the budget {}/{}", budget.numerator,
                     budget.denominator);
    left -= part;
  }
  return {};
}

}  // namespace inloop::privacy
