#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::Screen const& screen, Look const& look) {
  return std::visit([&](auto const& content) { return compose(content, screen.tools, look); },
                    screen.content);
}

}  // namespace inloop::ui
