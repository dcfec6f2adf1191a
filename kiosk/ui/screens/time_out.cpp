#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {

Composition compose(core::TimeOutScreen const& time_out, core::Tools const& tools,
                    Look const& look) {
  auto button = control({.id = "time_out/still_here",
                         .phrase = time_out.still_here,
                         .action = core::TapStillHere{},
                         .shape = ControlShape::Main,
                         .tint = std::nullopt,
                         .picture = EmojiPicture{"🙋🏽"},
                         .picture_mm = look.picture_mm(look.is_small() ? 18 : 32),
                         .arrangement = look.is_small() ? Arrangement::Beside : Arrangement::Above,
                         .role = look.is_small() ? Role::Heading : Role::Main,
                         .least_mm = look.is_small() ? 30.0 : 80.0});
  return {message({.screen = "time_out",
                   .picture = countdown({time_out.seconds_left, time_out.seconds_total}, "⏳",
                                        message_picture_mm(look)),
                   .title = time_out.title,
                   .text = time_out.remaining},
                  look),
          way_on(std::move(button), tools, look), Surplus::ToHead};
}

}  // namespace inloop::ui
