#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::ApologyScreen const& apology, core::Tools const& tools,
                    Look const& look) {
  auto button = main_button("apology/done", apology.done, core::TapDone{}, ControlState::Ready,
                            NoPicture{}, look);
  return {message({.screen = "apology",
                   .picture = emoji("🤝", message_picture_mm(look)),
                   .title = apology.title,
                   .text = apology.advice},
                  look),
          way_on(std::move(button), tools, look), Surplus::ToHead};
}

}  // namespace inloop::ui
