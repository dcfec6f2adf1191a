#include "kiosk/ui/screens/parts.h"

namespace inloop::ui {

namespace {

// A letter or number stays before its sign, also where everything else is mirrored.
constexpr auto larger_letters = "\u2066A+\u2069";
constexpr auto smaller_letters = "\u2066A–\u2069";

bool is_back_a_sign(Look const& look) {
  return look.is_small() && look.density == Density::Bare;
}

void add_hearing(Blocks& blocks, core::Tools const& tools, Look const& look) {
  auto const is_spoken = look.preferences.speech == core::Speech::Spoken;
  blocks.push_back(tool({.id = "tools/listen",
                         .phrase = tools.listen,
                         .action = core::TapListen{},
                         .sign = IconPicture{sign::speaker},
                         .letters = {},
                         .choice = chosen_if(is_spoken)}));
  if (tools.repeat)
    blocks.push_back(tool({.id = "tools/repeat",
                           .phrase = *tools.repeat,
                           .action = core::TapRepeat{},
                           .sign = IconPicture{sign::say_again},
                           .letters = {}}));
  if (tools.volume)
    blocks.push_back(tool({.id = "tools/volume",
                           .phrase = {{}, tools.volume->spoken},  // its sign is no word
                           .action = core::TapVolume{tools.next_volume},
                           .sign = IconPicture{sign::speaker_low},
                           .letters = tools.next_volume > 0 ? "+" : "–"}));
}

void add_seeing(Blocks& blocks, core::Tools const& tools, Look const& look) {
  blocks.push_back(tool({.id = "tools/text_size",
                         .phrase = tools.text_size,
                         .action = core::TapTextSize{},
                         .sign = NoPicture{},
                         .letters = look.is_large() ? smaller_letters : larger_letters}));
  blocks.push_back(tool({.id = "tools/theme",
                         .phrase = tools.theme,
                         .action = core::TapTheme{},
                         .sign = IconPicture{sign::contrast},
                         .letters = {}}));
  blocks.push_back(tool({.id = "tools/reach",
                         .phrase = tools.reach,
                         .action = core::TapReach{},
                         .sign = IconPicture{sign::wheelchair},
                         .letters = {},
                         .choice = chosen_if(look.is_low())}));
}

}  // namespace

Blocks tool_blocks(core::Tools const& tools, Look const& look) {
  Blocks blocks;
  add_hearing(blocks, tools, look);
  add_seeing(blocks, tools, look);
  return blocks;
}

std::vector<Seat> tool_seats(core::Tools const& tools, Look const& look) {
  constexpr std::size_t in_one_row = 4;
  auto blocks = tool_blocks(tools, look);
  auto const columns = blocks.size() / 2;
  if (blocks.size() > in_one_row && look.is_small() && !look.is_wide())
    return {{.block = grid(std::move(blocks), columns, look.small_gap_mm())}};
  std::vector<Seat> seats;
  for (auto& block : blocks) seats.push_back({.block = std::move(block)});
  return seats;
}

BlockPointer tools_row(core::Tools const& tools, Look const& look) {
  return row(tool_seats(tools, look), tool_gap_mm(tools, look));
}

double tool_gap_mm(core::Tools const& tools, Look const& look) {
  auto const is_narrow = look.is_small() && tools.repeat;
  return look.small_gap_mm() + (is_narrow ? 0 : 1);
}

BlockPointer back_chip(std::string id, core::Phrase const& phrase, Look const& look) {
  auto const sign = IconPicture{look.is_mirrored() ? sign::back_right : sign::back_left};
  if (is_back_a_sign(look))
    return tool({.id = std::move(id),
                 .phrase = phrase,
                 .action = core::TapBack{},
                 .sign = sign,
                 .letters = {}});
  return control({.id = std::move(id),
                  .phrase = phrase,
                  .action = core::TapBack{},
                  .shape = ControlShape::Chip,
                  .tint = std::nullopt,
                  .picture = sign,
                  .picture_mm = look.picture_mm(9),
                  .arrangement = Arrangement::Beside,
                  .padding_mm = 5});
}

BlockPointer foot_with_back(BlockPointer back, core::Tools const& tools, Look const& look) {
  if (look.is_small() && !look.is_wide() && !is_back_a_sign(look))
    return column(
        {{.block = row({{.block = std::move(back)}}, 0), .gap_below_mm = look.small_gap_mm()},
         {.block = tools_row(tools, look)}});
  auto seats = tool_seats(tools, look);
  seats.insert(seats.begin(), {.block = std::move(back)});
  return row(std::move(seats), tool_gap_mm(tools, look));
}

bool is_back_at_foot(Look const& look) {
  return look.is_wide() || look.is_low() || is_back_a_sign(look);
}

BlockPointer back_line(BlockPointer back) {
  return row({{.block = std::move(back)}, {.block = space(), .share = 1}}, 0);
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

BlockPointer problem_card(std::string id, core::Phrase const& phrase, Look const& look) {
  if (look.density == Density::Bare) return words(std::move(id), phrase, {});
  return card({.id = std::move(id),
               .phrase = phrase,
               .picture = "☝🏽",
               .picture_mm = look.picture_mm(look.is_small() ? 9 : 14),
               .arrangement = Arrangement::Beside,
               .role = look.is_small() ? Role::Body : Role::Strong});
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
