#include "kiosk/ui/screens/host/host_screens.h"

namespace inloop::ui::host {

BlockPointer place_block(core::host::ProgrammeScreen const&, ControlState, Look const&) {
  return space();
}

}  // namespace inloop::ui::host
