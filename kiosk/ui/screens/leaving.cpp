#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::LeavingScreen const& leaving, core::Tools const& tools,
                    Look const& look) {
  return {words("leaving/title", leaving.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
