#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::MessageScreen const& calm, core::Tools const& tools, Look const& look) {
  auto button = main_button("calm_message/done", calm.done, core::TapDone{}, ControlState::Ready,
                            NoPicture{}, look);
  return {message({.screen = "calm_message",
                   .picture = emoji(calm.picture, message_picture_mm(look)),
                   .title = calm.title,
                   .text = calm.advice},
                  look),
          way_on(std::move(button), tools, look), Surplus::ToHead};
}

}  // namespace inloop::ui
