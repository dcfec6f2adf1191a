#pragma once
// What the residents' pages and the host's Vandaag both do to the day. Pure.

#include "kiosk/core/handlers.h"

namespace inloop::core {

// The host goes to whoever called.
void end_call(State& state, CallId call);

// Somebody says goodbye: one fewer in the house. It is only a number for an evacuation, so nobody
// waits for it.
[[nodiscard]] Effects note_leaving(State& state);

}  // namespace inloop::core
