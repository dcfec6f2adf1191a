#pragma once
// The pad on which a PIN is typed, and the pictures of hosts: what the door and the page of the
// hosts have in common. Pure; UI thread.

#include <functional>
#include <string>

#include "kiosk/core/host/pin_pad.h"
#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::host {

struct PadPlace {
  std::string screen;  // whose keys these are
  ControlState state = ControlState::Ready;
};

// The dots, what is wrong, and ten digits with the one that erases; `others` are the buttons that
// stand by it.
[[nodiscard]] BlockPointer pin_pad(core::host::Pad const& pad, PadPlace const& place, Blocks others,
                                   Look const& look);

using PictureAction = std::function<core::Action(core::host::HostPicture)>;

// As many pictures as fit, with buttons for the others.
[[nodiscard]] BlockPointer host_pictures(std::vector<core::host::HostTile> const& tiles,
                                         core::Scroll const& scroll, PadPlace const& place,
                                         PictureAction const& action, Look const& look);

}  // namespace inloop::ui::host
