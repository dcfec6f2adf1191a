#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::JustFullScreen const& just_full, core::Tools const& tools,
                    Look const& look) {
  return {words("just_full/title", just_full.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
