#include "kiosk/privacy/release.h"

#include "kiosk/privacy/bit_source.h"
#include "kiosk/privacy/discrete_laplace.h"
#include "kiosk/privacy/ledger.h"

namespace inloop::privacy {
namespace {

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
  if (auto const allowed = may_draw(tables, budget); !allowed)
    return tl::unexpected<Error>(allowed.error());
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
