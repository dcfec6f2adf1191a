#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::MessageScreen const& calm, core::Tools const& tools, Look const& look) {
  return {words("calm_message/title", calm.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
