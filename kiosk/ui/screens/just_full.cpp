#include "kiosk/ui/screens/message.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {

Composition compose(core::JustFullScreen const& just_full, core::Tools const& tools,
                    Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("just_full/back", just_full.back, look);
  auto text = message({.screen = "just_full",
                       .picture = emoji("🌦️", message_picture_mm(look)),
                       .title = just_full.title,
                       .text = just_full.advice},
                      look);
  std::vector<Storey> head;
  if (has_back_above(look)) head.push_back({.block = back_row(back, nullptr), .gap_below_mm = gap});
  if (!is_tight(look) && !(look.is_small() && look.is_wide()))
    head.push_back(
        {.block = session_heading("just_full", just_full.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  head.push_back({.block = std::move(text), .grow = 1});
  auto foot = has_back_above(look) ? tools_row(tools, look) : foot_with_back(back, tools, look);
  std::vector<Storey> body;
  if (just_full.wait)
    body.push_back({.block = main_button(
                        "just_full/wait", *just_full.wait, core::TapWait{},
                        just_full.is_waiting ? ControlState::Held : ControlState::Ready,
                        is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{"⏳"}), look),
                    .gap_below_mm = gap});
  body.push_back({.block = std::move(foot)});
  return {column(std::move(head)), column(std::move(body)), Surplus::ToHead};
}

}  // namespace inloop::ui
