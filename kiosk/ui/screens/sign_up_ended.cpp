#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::SignUpEndedScreen const& ended, core::Tools const& tools,
                    Look const& look) {
  return {words("sign_up_ended/title", ended.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
