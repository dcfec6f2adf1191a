#include "kiosk/ui/screens/host/host_screens.h"

namespace inloop::ui::host {

Composition compose(core::host::DoorScreen const&, Look const&) {
  return {space(), space()};
}

}  // namespace inloop::ui::host
