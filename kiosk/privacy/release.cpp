#include "kiosk/privacy/release.h"

#include <set>
#include <string_view>

#include "kiosk/privacy/bit_source.h"
#include "kiosk/privacy/discrete_laplace.h"
#include "kiosk/privacy/ledger.h"

namespace inloop::privacy {
namespace {

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

Result<> check(std::vector<ExactTable> const& tables, Rational budget) {
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

Result<ReleasedTable> draw(ExactTable const& table, BitSource& bits) {
  ReleasedTable released{table.subject, table.unit, table.epsilon, {}};
  for (auto const& cell : table.cells) {
    auto const noise = draw_discrete_laplace(table.epsilon, bits);
    if (!noise) return within("drawing " + table.subject, noise.error());
    released.cells.push_back({cell.group, cell.count + *noise});
  }
  return released;
}

}  // namespace

Result<std::vector<ReleasedTable>> release(std::vector<ExactTable> const& tables, Rational budget,
                                           RandomSource& random) {
  // Everything is checked before the first bit is drawn, so that a refusal depends on no noise.
  if (auto const checked = check(tables, budget); !checked)
    return tl::unexpected<Error>(checked.error());
  BufferedBits bits(random);
  std::vector<ReleasedTable> released;
  for (auto const& table : tables) {
    auto drawn = draw(table, bits);
    if (!drawn) return tl::unexpected<Error>(drawn.error());
    released.push_back(std::move(*drawn));
  }
  return released;
}

}  // namespace inloop::privacy
