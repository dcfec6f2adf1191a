#pragma once
// Turns what SDL reports into the few plain events that the kiosk knows; all but the keys, which
// are in key_events.h. UI thread.

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
