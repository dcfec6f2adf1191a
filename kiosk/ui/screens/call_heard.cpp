#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

BlockPointer withdraw(core::CallHeardScreen const& call, Look const& look) {
  return control({.id = "call_heard/withdraw",
                  .phrase = call.withdraw,
                  .action = core::TapWithdrawCall{},
                  .shape = ControlShape::Chip,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
                  .padding_mm = look.is_small() ? 4.0 : 6.0});
}

}  // namespace

Composition compose(core::CallHeardScreen const& call, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto const picture = call.kind == core::CallKind::Talk ? "☕" : "🌱";
  auto done =
      main_button("call_heard/done", call.done, core::TapDone{}, ControlState::Ready,
                  is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}), look);
  // Beside one another on small wide glass, which has no height for both.
  auto buttons =
      look.is_small() && look.is_wide()
          ? row({{.block = std::move(done), .share = 1}, {.block = withdraw(call, look)}}, gap)
          : column({{.block = std::move(done), .gap_below_mm = gap},
                    {.block = flow({withdraw(call, look)}, gap)}});
  return {message({.screen = "call_heard",
                   .picture = emoji(picture, message_picture_mm(look)),
                   .title = call.title,
                   .text = call.advice},
                  look),
          way_on(std::move(buttons), tools, look), Surplus::ToHead};
}

}  // namespace inloop::ui
