#include "kiosk/ui/pill.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

Cells cells_of(Look const& look) {
  auto const is_narrow = !look.is_wide() && (look.is_small() || look.is_large());
  return is_narrow ? Cells{.columns = 2, .rows = 3} : Cells{.columns = 3, .rows = 2};
}

BlockPointer tiles_of(core::TokenColoursScreen const& colours, Look const& look) {
  Blocks tiles;
  for (auto const& tile : colours.tiles) {
    auto const colour = tile.token.colour;
    tiles.push_back(token_control(
        {.id = "token_colours/colour_" + std::to_string(static_cast<int>(colour) + 1),
         .tile = tile,
         .action = core::TapTokenColour{colour},
         .state = waiting_if(colours.is_waiting),
         // The visitor has just chosen the picture: here the colour counts, and it is said.
         .has_picture = !(colours.unknown && look.is_small() && look.density == Density::Bare)},
        look));
  }
  return even_grid(std::move(tiles), cells_of(look), gap_mm(look));
}

}  // namespace

Composition compose(core::TokenColoursScreen const& colours, core::Tools const& tools,
                    Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("token_colours/back", colours.back, look);
  auto const role = is_tight(look)                   ? Role::Strong
                    : look.density == Density::Roomy ? Role::Title
                                                     : Role::Heading;
  std::vector<Storey> head;
  if (has_back_above(look)) head.push_back({.block = back_row(back, nullptr), .gap_below_mm = gap});
  head.push_back({.block = space(), .grow = look.is_low() ? 1.0 : 0.0});
  // What to do is said by either.
  if (!(colours.unknown && is_tight(look) && look.is_small()))
    head.push_back({.block = words("token_colours/title", colours.title, {.role = role}),
                    .gap_below_mm = look.small_gap_mm()});
  if (colours.unknown)
    head.push_back({.block = pill({.id = "token_colours/unknown",
                                   .phrase = *colours.unknown,
                                   .tone = PillTone::Loud,
                                   .tint = std::nullopt,
                                   .sign = is_tight(look) ? 0 : sign::no_more,
                                   .role = look.is_small() ? Role::Body : Role::Strong})});
  auto body = column({{.block = tiles_of(colours, look),
                       .grow = 100,
                       .most_mm = look.is_large() ? 330.0 : 240.0,
                       .gap_below_mm = gap},
                      {.block = space(), .grow = 1},
                      {.block = has_back_above(look) ? tools_row(tools, look)
                                                     : foot_with_back(back, tools, look)}});
  return {column(std::move(head)), std::move(body)};
}

}  // namespace inloop::ui
