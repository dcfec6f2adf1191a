#pragma once
// The only writer of State: what the kiosk does when something happens. Pure.

#include <vector>

#include "kiosk/core/action.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/state.h"

namespace inloop::core {

// Changes the state for one action and returns what is to be done in the world, in order.
[[nodiscard]] std::vector<Effect> update(State& state, Action const& action, Now const& now);

}  // namespace inloop::core
