#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

// Nothing to tap: the kiosk mends itself, or the host sees to it.
Composition compose(core::OutOfOrderScreen const& out_of_order, core::Tools const&,
                    Look const& look) {
  return {message({.screen = "out_of_order",
                   .picture = emoji("📝", message_picture_mm(look)),
                   .title = out_of_order.title,
                   .text = out_of_order.advice},
                  look),
          space(), Surplus::ToHead};
}

}  // namespace inloop::ui
