#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::SignedUpScreen const& signed_up, core::Tools const& tools,
                    Look const& look) {
  return {words("signed_up/title", signed_up.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
