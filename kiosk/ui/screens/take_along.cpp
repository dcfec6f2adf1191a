#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::TakeAlongScreen const& take_along, core::Tools const& tools,
                    Look const& look) {
  return {words("take_along/title", take_along.title, {.role = Role::Title}),
          tools_row(tools, look)};
}

}  // namespace inloop::ui
