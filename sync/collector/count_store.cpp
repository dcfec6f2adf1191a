#include "sync/collector/count_store.h"

#include <limits>

namespace inloop::collector {

Result<> CountStore::see_places(std::function<Result<>(PlaceState const&)> const& see) {
  constexpr std::int64_t at_once = 1'000;
  for (std::int64_t offset = 0;; offset += at_once) {
    auto const found = states({}, {.offset = offset, .limit = at_once});
    if (!found) return tl::unexpected<Error>(found.error());
    for (auto const& state : *found)
      if (auto const seen = see(state); !seen) return seen;
    if (std::ssize(*found) < at_once) return {};
  }
}

Result<std::vector<Place>> CountStore::places() {
  auto found = states({}, {.offset = 0, .limit = std::numeric_limits<std::int32_t>::max()});
  if (!found) return tl::unexpected<Error>(found.error());
  std::vector<Place> places;
  places.reserve(found->size());
  for (auto& state : *found) places.push_back(std::move(state.place));
  return places;
}

Result<> CountStore::add_place(Place const& place, std::string_view key_hash) {
  auto const saved = save_place(place);
  if (!saved) return saved;
  auto const bound = bind_key(place.id, key_hash);
  if (!bound) return tl::unexpected<Error>(bound.error());
  if (*bound == Binding::Revoked)
    return failure("the key {} was revoked for {}: make a new one", key_hash, place.id);
  return {};
}

}  // namespace inloop::collector
