#include "sync/courier/stock.h"

#include <algorithm>
#include <utility>

namespace inloop::courier {

Result<Stock> take_stock(Files& files) {
  auto listing = files.list_new();
  if (!listing) return tl::unexpected(listing.error());
  Stock stock{.waiting = {}, .foreign = listing->foreign.size()};
  for (auto& event : listing->events) {
    if (stock.waiting.size() == outbox::most_events) break;
    // A receipt that cannot be read is asked for again: one damaged file must not stop the others.
    if (!files.has_receipt(event.id).value_or(false)) stock.waiting.push_back(std::move(event));
  }
  return stock;
}

std::vector<Known> known_among(std::vector<outbox::EventFile> const& waiting,
                               std::vector<Known> const& before, UtcTime now) {
  std::vector<Known> known;
  for (auto const& event : waiting) {
    auto const old = std::find_if(before.begin(), before.end(),
                                  [&](Known const& one) { return one.id == event.id; });
    known.push_back(old != before.end() ? *old
                                        : Known{event.sequence, event.id, now, std::nullopt});
    auto& seen = known.back().first_seen;
    if (seen > now || (!is_believable(seen) && is_believable(now))) seen = now;
  }
  return known;
}

}  // namespace inloop::courier
