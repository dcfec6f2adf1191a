#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::ReleasedScreen const& released, core::Tools const& tools,
                    Look const& look) {
  return {words("released/title", released.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
