#pragma once
// A page on which a host types: the field, the keys, what is wrong and the button that goes on.
// What the door and the places of the room have in common. Pure; UI thread.

#include <optional>
#include <string>

#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::host {

struct TypingPage {
  std::string screen;  // whose field and keys these are
  core::Phrase const& typed;
  core::Keyboard const& keyboard;
  std::optional<core::Phrase> const& trouble;
  BlockPointer go_on;
  ControlState state = ControlState::Ready;
};

[[nodiscard]] BlockPointer typing_page(TypingPage page, Look const& look);

}  // namespace inloop::ui::host
