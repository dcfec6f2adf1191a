#include "kiosk/ui/screens/parts.h"

namespace inloop::ui {

std::vector<Seat> tool_seats(core::Tools const& tools, Look const& look) {
  std::vector<Seat> seats;
  seats.push_back({.block = tool({.id = "tools/text_size",
                                  .phrase = tools.text_size,
                                  .action = core::TapTextSize{},
                                  .sign = NoPicture{},
                                  .letters = look.is_large() ? "A−" : "A+"})});
  seats.push_back({.block = tool({.id = "tools/theme",
                                  .phrase = tools.theme,
                                  .action = core::TapTheme{},
                                  .sign = IconPicture{sign::contrast},
                                  .letters = {}})});
  seats.push_back({.block = tool({.id = "tools/reach",
                                  .phrase = tools.reach,
                                  .action = core::TapReach{},
                                  .sign = IconPicture{sign::wheelchair},
                                  .letters = {},
                                  .choice = chosen_if(look.is_low())})});
  return seats;
}

BlockPointer tools_row(core::Tools const& tools, Look const& look) {
  return row(tool_seats(tools, look), look.small_gap_mm() + 1);
}

BlockPointer back_chip(std::string id, core::Phrase const& phrase, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = phrase,
                  .action = core::TapBack{},
                  .shape = ControlShape::Chip,
                  .tint = std::nullopt,
                  .picture = IconPicture{look.is_mirrored() ? sign::back_right : sign::back_left},
                  .picture_mm = 9,
                  .arrangement = Arrangement::Beside});
}

BlockPointer language_chip(std::string const& screen, core::LanguageChoice const& choice) {
  return control({.id = screen + "/language_" + std::string(core::facts(choice.language).code),
                  .phrase = choice.own_name,
                  .action = core::TapLanguage{choice.language},
                  .shape = ControlShape::Chip,
                  .choice = chosen_if(choice.is_chosen),
                  .tint = std::nullopt,
                  .picture = NoPicture{}});
}

BlockPointer main_button(std::string id, core::Phrase phrase, core::Action action,
                         ControlState state, Picture picture, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = std::move(phrase),
                  .action = std::move(action),
                  .shape = ControlShape::Main,
                  .state = state,
                  .tint = std::nullopt,
                  .picture = std::move(picture),
                  .picture_mm = look.picture_mm(14),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Strong : Role::Heading});
}

}  // namespace inloop::ui
