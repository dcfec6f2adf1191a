#include <algorithm>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::TokenPicturesScreen;

Cells cells_of(Look const& look) {
  if (look.is_small() && look.is_wide()) {
    if (look.is_large()) return {.columns = 3, .rows = is_tight(look) ? 1U : 2U};
    return {.columns = is_tight(look) ? 3U : 4U, .rows = 2};
  }
  if (look.is_small()) return {.columns = 2, .rows = look.is_large() || is_tight(look) ? 2U : 3U};
  if (look.is_wide())
    return look.is_large() ? Cells{.columns = 6, .rows = is_tight(look) ? 1U : 2U}
                           : Cells{.columns = 8, .rows = is_tight(look) ? 2U : 3U};
  if (look.is_large()) return {.columns = 2, .rows = look.is_low() || is_tight(look) ? 2U : 4U};
  return look.is_low() ? Cells{.columns = 4, .rows = 3} : Cells{.columns = 4, .rows = 6};
}

BlockPointer tiles_of(TokenPicturesScreen const& pictures, Cells cells, Look const& look) {
  Blocks tiles;
  auto const count = std::min(pictures.tiles.size(), cells.count());
  for (std::size_t i = 0; i < count; ++i) {
    auto const& tile = pictures.tiles[i];
    tiles.push_back(
        control({.id = "token_pictures/picture_" + std::to_string(tile.picture + 1),
                 .phrase = tile.label,
                 .action = core::TapTokenPicture{tile.picture},
                 .tint = std::nullopt,
                 .inside = nullptr,
                 .picture = EmojiPicture{std::string(tile.emoji)},
                 .picture_mm = look.is_small() ? 15.0 : look.picture_mm(is_tight(look) ? 20 : 24),
                 .role = look.is_small() ? Role::Body : Role::Strong,
                 .padding_mm = look.is_small() ? 1.5 : 3.0}));
  }
  return even_grid(std::move(tiles), cells, gap_mm(look));
}

}  // namespace

Composition compose(TokenPicturesScreen const& pictures, core::Tools const& tools,
                    Look const& look) {
  auto const gap = gap_mm(look);
  auto const cells = cells_of(look);
  auto const is_flat = look.is_wide() && look.is_small();
  auto back = back_chip("token_pictures/back", pictures.back, look);
  auto const role = is_tight(look)                                       ? Role::Strong
                    : look.density == Density::Roomy && !look.is_small() ? Role::Title
                                                                         : Role::Heading;
  auto title = words("token_pictures/title", pictures.title, {.role = role});

  auto tiles = tiles_of(pictures, cells, look);
  auto foot = has_back_above(look) ? tools_row(tools, look) : foot_with_back(back, tools, look);
  std::vector<Storey> body;
  auto const most_mm = static_cast<double>(cells.rows) * look.picture_mm(70);
  if (has_scroll(pictures.scroll, cells.count())) {
    auto buttons = scroll_buttons("token_pictures", pictures.scroll, cells.count(), look);
    if (is_flat) {
      auto beside = column({{.block = buttons[0], .grow = 1, .gap_below_mm = gap},
                            {.block = buttons[1], .grow = 1}});
      tiles = row({{.block = std::move(tiles), .share = 1}, {.block = std::move(beside)}}, gap);
    } else {
      foot = column({{.block = equal_row(std::move(buttons), gap), .gap_below_mm = gap},
                     {.block = std::move(foot)}});
    }
  }
  body.push_back({.block = std::move(tiles), .grow = 100, .most_mm = most_mm, .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  body.push_back({.block = std::move(foot)});
  if (look.is_low()) return {low_title(std::move(title)), column(std::move(body))};
  if (!has_back_above(look)) return {std::move(title), column(std::move(body))};
  return {column({{.block = back_row(back, nullptr), .gap_below_mm = gap},
                  {.block = std::move(title)}}),
          column(std::move(body))};
}

}  // namespace inloop::ui
