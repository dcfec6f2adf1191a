#include "kiosk/ui/screens/parts.h"

namespace inloop::ui {

std::vector<Seat> tool_seats(core::Tools const& tools, Look const& look) {
  // The letter stays before its sign, also where everything else is mirrored.
  auto const* const letters = look.is_large() ? "\u2066A–\u2069" : "\u2066A+\u2069";
  std::vector<Seat> seats;
  seats.push_back({.block = tool({.id = "tools/text_size",
                                  .phrase = tools.text_size,
                                  .action = core::TapTextSize{},
                                  .sign = NoPicture{},
                                  .letters = letters})});
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
                  .picture_mm = look.picture_mm(9),
                  .arrangement = Arrangement::Beside,
                  .padding_mm = 5});
}

BlockPointer foot_with_back(BlockPointer back, core::Tools const& tools, Look const& look) {
  if (look.is_small() && !look.is_wide())
    return column(
        {{.block = row({{.block = std::move(back)}}, 0), .gap_below_mm = look.small_gap_mm()},
         {.block = tools_row(tools, look)}});
  auto seats = tool_seats(tools, look);
  seats.insert(seats.begin(), {.block = std::move(back)});
  return row(std::move(seats), look.small_gap_mm() + 1);
}

BlockPointer low_title(BlockPointer title) {
  return column({{.block = space(), .grow = 1}, {.block = std::move(title)}});
}

BlockPointer language_chip(std::string const& screen, core::LanguageChoice const& choice) {
  return control({.id = screen + "/language_" + std::string(core::facts(choice.language).code),
                  .phrase = choice.own_name,
                  .action = core::TapLanguage{choice.language},
                  .shape = ControlShape::Chip,
                  .choice = chosen_if(choice.is_chosen),
                  .tint = std::nullopt,
                  .picture = NoPicture{},
                  .padding_mm = 6});
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
                  .picture_mm = look.picture_mm(look.is_small() ? 14 : 18),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Strong : Role::Title,
                  .least_mm = look.is_small() ? 0.0 : 36.0});
}

}  // namespace inloop::ui
