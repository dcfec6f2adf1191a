#pragma once
// The only writer of State: what the kiosk does when something happens. Pure.

#include <cstdint>
#include <vector>

#include "kiosk/core/action.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/state.h"

namespace inloop::core {

// Changes the state for one action and returns what is to be done in the world, in order.
[[nodiscard]] std::vector<Effect> update(State& state, Action const& action, Now const& now);

// Uptime in milliseconds at which a Tick would change something besides the clock of the screen;
// nothing when the kiosk may wait for a touch for ever.
[[nodiscard]] std::optional<std::int64_t> next_deadline_ms(State const& state);

}  // namespace inloop::core
