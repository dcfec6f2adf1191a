#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::NameScreen const& name, core::Tools const& tools, Look const& look) {
  return {words("name/title", name.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
