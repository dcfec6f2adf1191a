#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::SessionScreen const& session, core::Tools const& tools,
                    Look const& look) {
  return {words("session/title", session.heading.title, {.role = Role::Title}),
          tools_row(tools, look)};
}

}  // namespace inloop::ui
