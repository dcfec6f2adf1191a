#pragma once
// The keyboard on the glass. Where its rows are wider than the glass the keys stand in rows of
// their own, and where those are too many, on pages. Pure; UI thread.

#include <string>

#include "kiosk/ui/screens/parts.h"

namespace inloop::ui {

struct KeyboardPlace {
  std::string screen;   // whose keys these are
  double width_mm = 0;  // how many keys fit beside one another follows from it
  ControlState state = ControlState::Ready;
};

[[nodiscard]] BlockPointer keyboard(core::Keyboard const& keyboard, KeyboardPlace const& place,
                                    Look const& look);

}  // namespace inloop::ui
