#pragma once
// Why a place has not told of a month, as far as the town hall can know: from what its kiosk last
// said of itself. Pure.

#include <optional>
#include <span>
#include <string_view>

#include "sync/collector/count_store.h"

namespace inloop::collector {

struct Silence {
  std::string_view word;        // reden, on the wire
  std::string_view meaning;     // in Dutch, for who reads the figures
  std::string_view in_english;  // for who looks after the kiosks

  bool operator==(Silence const&) const = default;
};

// For a place that should have told of a month and has not. `now` as RFC 3339 in UTC.
[[nodiscard]] Silence silence_of(PlaceState const& state, std::string_view now);

// What a kiosk itself says or leaves to be guessed, also while its place is not silent yet.
[[nodiscard]] std::optional<Silence> trouble_of(KioskHealth const& health, std::string_view now);

[[nodiscard]] std::span<Silence const> every_silence();

}  // namespace inloop::collector
