#include "kiosk/ui/screens/host/host_screens.h"

namespace inloop::ui::host {

BlockPointer place_block(core::host::StoryScreen const&, ControlState, Look const&) {
  return space();
}

}  // namespace inloop::ui::host
