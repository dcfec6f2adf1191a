#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::TokenPicturesScreen const& pictures, core::Tools const& tools,
                    Look const& look) {
  return {words("token_pictures/title", pictures.title, {.role = Role::Title}),
          tools_row(tools, look)};
}

}  // namespace inloop::ui
