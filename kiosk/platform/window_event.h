#pragma once
// Turns what SDL reports into the few plain events that the kiosk knows. Keys are left out on
// purpose: a keyboard plugged into a kiosk must not be able to do anything. UI thread.

#include <cstdint>
#include <optional>

#include "kiosk/platform/window.h"

union SDL_Event;

namespace inloop::platform {

// Nothing for an event that the kiosk does not care about. `wake_type` is SDL's number for the
// event that wake() sends.
[[nodiscard]] std::optional<WindowEvent> window_event_from(SDL_Event const& event, SizePx size_px,
                                                           std::uint32_t wake_type);

}  // namespace inloop::platform
