#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::LikesScreen const& likes, core::Tools const& tools, Look const& look) {
  return {words("likes/title", likes.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
