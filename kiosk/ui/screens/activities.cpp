#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::ActivitiesScreen const& activities, core::Tools const& tools,
                    Look const& look) {
  return {words("activities/title", activities.title, {.role = Role::Title}),
          tools_row(tools, look)};
}

}  // namespace inloop::ui
