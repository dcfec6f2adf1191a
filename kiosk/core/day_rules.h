#pragma once
// What the residents' pages and the host's Vandaag both do to the day. Pure.

#include "kiosk/core/handlers.h"

namespace inloop::core {

// The host goes to whoever called.
void end_call(State& state, CallId call);

// Somebody says goodbye: one fewer in the house.
[[nodiscard]] Effects note_leaving(State const& state);

}  // namespace inloop::core
