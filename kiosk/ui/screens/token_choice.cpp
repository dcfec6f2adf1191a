#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::TokenChoiceScreen const& choice, core::Tools const& tools,
                    Look const& look) {
  return {words("token_choice/title", choice.title, {.role = Role::Title}), tools_row(tools, look)};
}

}  // namespace inloop::ui
