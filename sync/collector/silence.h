#pragma once
// Why a place has not told of a month, as far as the town hall can know: from what its kiosk last
// said of itself. Pure.

#include <string_view>

#include "sync/collector/count_store.h"

namespace inloop::collector {

struct Silence {
  std::string_view word;     // reden, on the wire
  std::string_view meaning;  // in Dutch

  bool operator==(Silence const&) const = default;
};

// For a place that should have told of a month and has not. `now` as RFC 3339 in UTC.
[[nodiscard]] Silence silence_of(PlaceState const& state, std::string_view now);

}  // namespace inloop::collector
