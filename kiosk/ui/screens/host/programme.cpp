#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/host/typing_page.h"

namespace inloop::ui::host {

BlockPointer programme_chip(std::string id, planning::ProgrammeButton const& button,
                            ControlState state, Picture picture, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = button.phrase,
                  .action = tapped(button.tap),
                  .shape = ControlShape::Chip,
                  .state = state_if(button.is_enabled, state),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = std::move(picture),
                  .picture_mm = look.picture_mm(look.is_small() ? 7 : 9),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 2.5 : 4.0});
}

BlockPointer programme_tool(std::string id, planning::ProgrammeButton const& button,
                            ControlState state, Picture picture, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = {.shown = {}, .spoken = button.phrase.spoken},  // its sign is no word
                  .action = tapped(button.tap),
                  .shape = ControlShape::Chip,
                  .state = state_if(button.is_enabled, state),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = std::move(picture),
                  .picture_mm = look.picture_mm(look.is_small() ? 8 : 10),
                  .padding_mm = 2});
}

BlockPointer programme_block(planning::ProgrammeTyping const& typing, ControlState state,
                             Look const& look) {
  auto go_on = main_button("programme/go_on", typing.go_on.phrase, tapped(typing.go_on.tap),
                           state_if(typing.go_on.is_enabled, state), NoPicture{}, look);
  auto page = typing_page({.screen = "programme",
                           .typed = typing.typed,
                           .keyboard = typing.keyboard,
                           .trouble = typing.trouble,
                           .go_on = std::move(go_on),
                           .state = state},
                          look);
  if (!typing.advice || typing.trouble || is_tight(look)) return page;
  auto advice = words("programme/advice", *typing.advice, {.shade = Shade::Soft});
  return column({{.block = std::move(advice), .gap_below_mm = gap_mm(look)},
                 {.block = std::move(page), .grow = 1}});
}

BlockPointer place_block(core::host::ProgrammeScreen const& programme, ControlState state,
                         Look const& look) {
  return std::visit([&](auto const& view) { return programme_block(view, state, look); },
                    programme.view);
}

}  // namespace inloop::ui::host
