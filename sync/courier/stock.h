#pragma once
// What lies in the outbox and has no receipt yet. Looks only; the courier's only thread.

#include <cstddef>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/courier/files.h"
#include "sync/courier/state.h"

namespace inloop::courier {

struct Stock {
  std::vector<outbox::EventFile> waiting;  // by sequence, at most most_events of the outbox
  std::size_t foreign = 0;                 // files that do not belong there
};

[[nodiscard]] Result<Stock> take_stock(Files& files);

// What is known about each event that waits, in the same order: as before, or first seen now. What
// a dead clock saw first, or one that ran ahead, has waited since now.
[[nodiscard]] std::vector<Known> known_among(std::vector<outbox::EventFile> const& waiting,
                                             std::vector<Known> const& before, UtcTime now);

}  // namespace inloop::courier
