#pragma once
// Turns a key that SDL reports into the few events that a kiosk knows (key.h). Keeps nothing of
// what was typed. UI thread.

#include <cstdint>
#include <vector>

#include "kiosk/platform/window.h"

struct SDL_KeyboardEvent;

namespace inloop::platform {

inline constexpr std::size_t most_events_a_key = 2;

// Nothing for a key that was let go, is held, is in no table, or is pressed together with Ctrl, Alt
// or a logo key. `ticks_ms` is what SDL_GetTicks64() says now; it widens the event's 32 bits, which
// start again from zero every seven weeks.
[[nodiscard]] std::vector<WindowEvent> key_events_from(SDL_KeyboardEvent const& event,
                                                       std::int64_t ticks_ms);

}  // namespace inloop::platform
