#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

BlockPointer again(core::SignUpEndedScreen const& ended, Look const& look) {
  auto const undo = IconPicture{look.is_mirrored() ? sign::redo : sign::undo};
  return control({.id = "sign_up_ended/again",
                  .phrase = ended.again,
                  .action = core::TapJoin{},
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(undo),
                  .picture_mm = look.picture_mm(10),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong});
}

}  // namespace

Composition compose(core::SignUpEndedScreen const& ended, core::Tools const& tools,
                    Look const& look) {
  auto const gap = gap_mm(look);
  auto text = message({.screen = "sign_up_ended",
                       .picture = emoji("🍃", message_picture_mm(look)),
                       .title = ended.title,
                       .text = ended.advice},
                      look);
  auto heading = session_heading("sign_up_ended", ended.heading, HeadingSize::Small, look);
  auto done = main_button("sign_up_ended/done", ended.done, core::TapDone{}, ControlState::Ready,
                          NoPicture{}, look);
  std::vector<Storey> head;
  if (!is_tight(look) && !(look.is_small() && look.is_wide()))
    head.push_back({.block = std::move(heading), .gap_below_mm = gap});
  head.push_back({.block = std::move(text), .grow = 1});
  if (look.is_wide()) {
    auto foot = tool_seats(tools, look);
    foot.push_back({.block = std::move(done), .share = 1});
    return {column(std::move(head)),
            column({{.block = again(ended, look), .gap_below_mm = gap},
                    {.block = row(std::move(foot), tool_gap_mm(tools, look))}}),
            Surplus::ToHead};
  }
  return {column(std::move(head)),
          column({{.block = again(ended, look), .gap_below_mm = gap},
                  {.block = way_on(std::move(done), tools, look)}}),
          Surplus::ToHead};
}

}  // namespace inloop::ui
