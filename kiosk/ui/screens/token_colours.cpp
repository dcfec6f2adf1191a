#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::TokenColoursScreen const& colours, core::Tools const& tools,
                    Look const& look) {
  return {words("token_colours/title", colours.title, {.role = Role::Title}),
          tools_row(tools, look)};
}

}  // namespace inloop::ui
