#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::CallsScreen const& calls, core::Tools const& tools, Look const& look) {
  return {words("calls/title", calls.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
