#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::RawReleaseScreen const& raw, core::Tools const& tools, Look const& look) {
  return {words("raw_release/title", raw.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
