#include <algorithm>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::TokenChoiceScreen;

Cells cells_of(Look const& look) {
  if (look.is_small() && look.density == Density::Bare) return {.columns = 2, .rows = 2};
  if (look.is_small() && !look.is_wide()) return {.columns = 2, .rows = 3};
  if (look.is_large() && !look.is_wide()) return {.columns = 2, .rows = is_tight(look) ? 2U : 3U};
  return {.columns = 3, .rows = 2};
}

// Where not all fit, the chosen one is among those that are shown.
std::size_t first_shown(TokenChoiceScreen const& choice, std::size_t room) {
  if (choice.tiles.size() <= room) return 0;
  auto const chosen = std::ranges::find_if(choice.tiles, &core::TokenTile::is_chosen);
  auto const at = static_cast<std::size_t>(chosen - choice.tiles.begin());
  return at < room ? 0 : std::min(at, choice.tiles.size() - room);
}

BlockPointer tiles_of(TokenChoiceScreen const& choice, Look const& look) {
  auto const cells = cells_of(look);
  auto const first = first_shown(choice, cells.count());
  auto const last = std::min(first + cells.count(), choice.tiles.size());
  Blocks tiles;
  for (auto i = first; i < last; ++i)
    tiles.push_back(token_control({.id = "token_choice/token_" + std::to_string(i + 1),
                                   .tile = choice.tiles[i],
                                   .action = core::TapToken{static_cast<int>(i)},
                                   .state = waiting_if(choice.is_waiting)},
                                  look));
  return even_grid(std::move(tiles), cells, gap_mm(look));
}

// Bare small glass has room for its sign alone.
bool is_others_a_sign(Look const& look) {
  return look.is_small() && look.density == Density::Bare;
}

BlockPointer others(TokenChoiceScreen const& choice, Look const& look) {
  return control(
      {.id = "token_choice/others",
       .phrase = choice.others,
       .action = core::TapOtherTokens{},
       .shape = ControlShape::Chip,
       .state = waiting_if(choice.is_waiting),
       .tint = std::nullopt,
       .inside = nullptr,
       .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::again}),
       .picture_mm = look.picture_mm(8),
       .arrangement = Arrangement::Beside,
       .role = look.is_small() ? Role::Body : Role::Strong,
       .padding_mm = look.is_small() ? 2.0 : 5.0});
}

BlockPointer others_sign(TokenChoiceScreen const& choice) {
  return tool({.id = "token_choice/others",
               .phrase = choice.others,
               .action = core::TapOtherTokens{},
               .sign = IconPicture{sign::again},
               .letters = {}});
}

// With the sign for other tokens beside it, where that is all there is room for.
BlockPointer beside_others(BlockPointer block, TokenChoiceScreen const& choice, Look const& look) {
  if (!is_others_a_sign(look)) return block;
  return row({{.block = std::move(block), .share = 1}, {.block = others_sign(choice)}},
             look.small_gap_mm());
}

BlockPointer confirm(TokenChoiceScreen const& choice, Look const& look) {
  return main_button("token_choice/confirm", choice.confirm, core::TapConfirmToken{},
                     waiting_if(choice.is_waiting),
                     is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}),
                     look);
}

BlockPointer title_and_advice(TokenChoiceScreen const& choice, Look const& look) {
  auto const role = look.density == Density::Roomy && !look.is_small() ? Role::Title
                    : is_tight(look)                                   ? Role::Strong
                                                                       : Role::Heading;
  std::vector<Storey> storeys{{.block = words("token_choice/title", choice.title, {.role = role})}};
  if (look.density != Density::Bare && !(is_tight(look) && look.is_small() && look.is_wide()))
    storeys.push_back({.block = words("token_choice/advice", choice.advice,
                                      {.role = look.is_small() ? Role::Body : Role::Lead,
                                       .shade = Shade::Soft})});
  return column(std::move(storeys));
}

Composition portrait(TokenChoiceScreen const& choice, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("token_choice/back", choice.back, look);
  std::vector<Storey> head;
  auto const is_others_above =
      has_back_above(look) && look.is_small() && look.density != Density::Bare;
  if (has_back_above(look))
    head.push_back({.block = back_row(back, is_others_above ? others(choice, look) : nullptr),
                    .gap_below_mm = gap});
  if (!(look.is_small() && is_tight(look)))
    head.push_back(
        {.block = session_heading("token_choice", choice.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  head.push_back({.block = space(), .grow = look.is_low() ? 1.0 : 0.0});
  head.push_back({.block = title_and_advice(choice, look)});

  std::vector<Storey> body{{.block = tiles_of(choice, look),
                            .grow = 3,
                            .most_mm = look.is_large() ? 300.0 : 180.0,
                            .gap_below_mm = gap}};
  if (!is_others_above && !is_others_a_sign(look))
    body.push_back({.block = flow({others(choice, look)}, gap), .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  body.push_back({.block = beside_others(confirm(choice, look), choice, look),
                  .grow = 1,
                  .most_mm = 50,
                  .gap_below_mm = gap});
  body.push_back(
      {.block = has_back_above(look) ? tools_row(tools, look) : foot_with_back(back, tools, look)});
  return {column(std::move(head)), column(std::move(body))};
}

// The tokens at the start; what they are for and what to do with them at the end.
Composition landscape(TokenChoiceScreen const& choice, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> side;
  if (!look.is_small())
    side.push_back(
        {.block = session_heading("token_choice", choice.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  side.push_back({.block = title_and_advice(choice, look), .gap_below_mm = gap});
  side.push_back({.block = space(), .grow = 1});
  if (!is_others_a_sign(look)) side.push_back({.block = others(choice, look), .gap_below_mm = gap});
  side.push_back({.block = confirm(choice, look), .grow = 1, .most_mm = 60});
  auto columns = row({{.block = tiles_of(choice, look), .share = look.is_small() ? 2.2 : 2.0},
                      {.block = column(std::move(side)), .share = 1}},
                     look.normal_gap_mm());
  auto back = back_chip("token_choice/back", choice.back, look);
  return {space(), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                           {.block = beside_others(foot_with_back(std::move(back), tools, look),
                                                   choice, look)}})};
}

}  // namespace

Composition compose(TokenChoiceScreen const& choice, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(choice, tools, look) : portrait(choice, tools, look);
}

}  // namespace inloop::ui
