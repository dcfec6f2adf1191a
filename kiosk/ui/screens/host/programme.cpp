#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/keyboard.h"
#include "kiosk/ui/text_field.h"

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
  auto const gap = gap_mm(look);
  auto go_on = control({.id = "programme/go_on",
                        .phrase = typing.go_on.phrase,
                        .action = tapped(typing.go_on.tap),
                        .shape = ControlShape::Main,
                        .state = state_if(typing.go_on.is_enabled, state),
                        .tint = std::nullopt,
                        .inside = nullptr,
                        .picture = NoPicture{},
                        .role = look.is_small() ? Role::Strong : Role::Title});
  // Where small wide glass has no height for what is wrong, it stands for what was typed.
  bool const is_low = look.is_small() && look.is_wide() && is_tight(look);
  std::vector<Storey> storeys;
  if (typing.trouble && !is_low)
    storeys.push_back({.block = words("programme/trouble", *typing.trouble, {.role = Role::Strong}),
                       .gap_below_mm = gap});
  else if (typing.advice && !is_tight(look))
    storeys.push_back({.block = words("programme/advice", *typing.advice, {.shade = Shade::Soft}),
                       .gap_below_mm = gap});
  auto field = typing.trouble && is_low ? words("programme/trouble", *typing.trouble, {})
                                        : text_field("programme/typed", typing.typed);
  auto keys = keyboard(
      typing.keyboard,
      {.screen = "programme", .width_mm = look.inside_margins().width_mm, .state = state}, look);
  if (look.is_wide()) {
    storeys.push_back({.block = row({{.block = std::move(field), .share = 3},
                                     {.block = std::move(go_on), .share = 1}},
                                    gap),
                       .gap_below_mm = gap});
    storeys.push_back({.block = std::move(keys), .grow = 1});
    return column(std::move(storeys));
  }
  storeys.push_back({.block = std::move(field), .gap_below_mm = gap});
  storeys.push_back({.block = std::move(keys), .grow = 4, .most_mm = 160, .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  storeys.push_back({.block = std::move(go_on), .grow = 1, .most_mm = 50});
  return column(std::move(storeys));
}

BlockPointer place_block(core::host::ProgrammeScreen const& programme, ControlState state,
                         Look const& look) {
  return std::visit([&](auto const& view) { return programme_block(view, state, look); },
                    programme.view);
}

}  // namespace inloop::ui::host
