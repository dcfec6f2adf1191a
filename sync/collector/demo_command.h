#pragma once
// Fills an empty store with what twelve simulated kiosks release over three years, so that the page
// can be tried at once. Every event has real noise and comes in by the real interface: TLS on
// loopback, POST, receipt. It refuses a store that holds anything. Main thread.

#include <cstdint>
#include <functional>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/collector/count_store.h"
#include "sync/collector/settings.h"

namespace inloop::collector {

inline constexpr int demo_months = 36;

struct DemoFilling {
  std::size_t places = 0;
  std::size_t events = 0;

  bool operator==(DemoFilling const&) const = default;
};

// `progress` is told after each place how many are done. The same seed and month give the same
// figures; receipts have the moment of today.
[[nodiscard]] Result<DemoFilling> fill_with_demo(
    CountStore& store, std::uint64_t seed, Clock const& clock,
    std::function<void(DemoFilling const&)> const& progress);

// The command: opens the store of the settings, fills it, says how to look at it.
[[nodiscard]] int demo(Settings const& settings, std::uint64_t seed);

}  // namespace inloop::collector
