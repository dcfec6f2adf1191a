#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::CallHeardScreen const& call, core::Tools const& tools, Look const& look) {
  return {words("call_heard/title", call.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
