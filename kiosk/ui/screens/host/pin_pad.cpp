#include "kiosk/ui/screens/host/pin_pad.h"

#include <algorithm>

#include "kiosk/ui/pill.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using core::host::HostTile;
using core::host::Pad;

BlockPointer key(std::string id, core::Phrase phrase, core::Action action, Picture sign,
                 PadPlace const& place, Look const& look) {
  return control({.id = place.screen + std::move(id),
                  .phrase = std::move(phrase),
                  .action = std::move(action),
                  .shape = ControlShape::Key,
                  .state = place.state,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = std::move(sign),
                  .picture_mm = look.picture_mm(look.is_small() ? 8 : 11),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Strong : Role::Title,
                  .padding_mm = 1});
}

// Three beside one another, the last digit in the middle below them; as on telephones, so the same
// in languages that are read from the right.
Blocks keys(Pad const& pad, PadPlace const& place, Look const& look) {
  Blocks all;
  for (std::size_t i = 0; i + 1 < pad.keys.size(); ++i)
    all.push_back(key("/digit_" + pad.keys[i].digit, pad.keys[i].phrase,
                      core::TapKey{pad.keys[i].digit}, NoPicture{}, place, look));
  auto erase = key("/erase", {.shown = {}, .spoken = pad.erase.spoken}, core::TapErase{},
                   IconPicture{sign::erase}, place, look);
  auto const& last = pad.keys.back();
  all.push_back(space());
  all.push_back(
      key("/digit_" + last.digit, last.phrase, core::TapKey{last.digit}, NoPicture{}, place, look));
  all.push_back(std::move(erase));
  constexpr std::size_t columns = 3;
  if (look.is_mirrored())
    for (auto first = all.begin(); first != all.end(); first += columns)
      std::reverse(first, first + columns);
  return all;
}

// Whose PIN it is, and a dot for each digit.
std::vector<Storey> typed_so_far(Pad const& pad, PadPlace const& place, Look const& look) {
  auto const gap = look.small_gap_mm();
  auto picture = emoji(pad.picture, look.picture_mm(look.is_small() ? 14 : 30));
  auto dots =
      words(place.screen + "/typed", pad.typed,
            {.role = look.is_small() ? Role::Heading : Role::Title, .align = Align::Centre});
  std::vector<Storey> storeys;
  if (look.is_wide() || is_tight(look)) {
    storeys.push_back(
        {.block = row({{.block = std::move(picture)}, {.block = std::move(dots), .share = 1}}, gap),
         .gap_below_mm = gap});
  } else {
    storeys.push_back({.block = std::move(picture), .gap_below_mm = gap});
    storeys.push_back({.block = std::move(dots), .gap_below_mm = gap});
  }
  if (pad.trouble)
    storeys.push_back({.block = pill({.id = place.screen + "/trouble",
                                      .phrase = *pad.trouble,
                                      .tone = PillTone::Loud,
                                      .tint = std::nullopt,
                                      .sign = is_tight(look) ? 0 : sign::no_more,
                                      .role = look.is_small() ? Role::Body : Role::Strong}),
                       .gap_below_mm = gap});
  return storeys;
}

Cells cells_of(Look const& look) {
  if (look.is_small() && look.is_wide())
    return look.is_large() ? Cells{.columns = 3, .rows = is_tight(look) ? 1U : 2U}
                           : Cells{.columns = is_tight(look) ? 4U : 6U, .rows = 2};
  if (look.is_small()) return {.columns = 3, .rows = look.is_large() || is_tight(look) ? 2U : 4U};
  if (look.is_wide())
    return look.is_large() ? Cells{.columns = 6, .rows = is_tight(look) ? 1U : 2U}
                           : Cells{.columns = 8, .rows = is_tight(look) ? 2U : 3U};
  if (look.is_large()) return {.columns = 3, .rows = is_tight(look) ? 3U : 4U};
  return {.columns = 4, .rows = 6};
}

BlockPointer picture_tile(HostTile const& tile, PadPlace const& place, PictureAction const& action,
                          Look const& look) {
  return control({.id = place.screen + "/picture_" + std::to_string(tile.picture + 1),
                  .phrase = tile.label,
                  .action = action(tile.picture),
                  .state = tile.is_taken ? ControlState::Disabled : place.state,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = EmojiPicture{std::string(tile.emoji)},
                  .picture_mm = look.is_small() ? 13.0 : look.picture_mm(is_tight(look) ? 20 : 24),
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 1.5 : 3.0});
}

}  // namespace

BlockPointer pin_pad(Pad const& pad, PadPlace const& place, Blocks others, Look const& look) {
  auto const gap = look.small_gap_mm();
  auto storeys = typed_so_far(pad, place, look);
  auto digits = even_grid(keys(pad, place, look), {.columns = 3, .rows = 4}, gap);
  if (!look.is_wide()) {
    storeys.push_back(
        {.block = std::move(digits), .grow = 4, .most_mm = 180, .gap_below_mm = gap_mm(look)});
    storeys.push_back({.block = space(), .grow = 1});
    if (!others.empty()) storeys.push_back({.block = equal_row(std::move(others), gap)});
    return column(std::move(storeys));
  }
  // Beside one another on wide glass.
  storeys.insert(storeys.begin(), {.block = space(), .grow = 1});
  storeys.push_back({.block = space(), .grow = 1});
  for (auto& other : others) storeys.push_back({.block = std::move(other), .gap_below_mm = gap});
  return row({{.block = column(std::move(storeys)), .share = 1},
              {.block = std::move(digits), .share = 1.2}},
             look.normal_gap_mm());
}

BlockPointer host_pictures(std::vector<HostTile> const& tiles, core::Scroll const& scroll,
                           PadPlace const& place, PictureAction const& action, Look const& look) {
  auto const gap = gap_mm(look);
  auto const cells = cells_of(look);
  Blocks shown;
  for (std::size_t i = 0; i < std::min(tiles.size(), cells.count()); ++i)
    shown.push_back(picture_tile(tiles[i], place, action, look));
  auto pictures = even_grid(std::move(shown), cells, gap);
  auto const most_mm = static_cast<double>(cells.rows) * look.picture_mm(70);
  if (!has_scroll(scroll, cells.count()))
    return column({{.block = std::move(pictures), .grow = 1, .most_mm = most_mm}});
  auto buttons = scroll_buttons(place.screen, scroll, cells.count(), look);
  if (look.is_small() && look.is_wide()) {
    auto beside = column(
        {{.block = buttons[0], .grow = 1, .gap_below_mm = gap}, {.block = buttons[1], .grow = 1}});
    return row({{.block = std::move(pictures), .share = 1}, {.block = std::move(beside)}}, gap);
  }
  return column({{.block = std::move(pictures), .grow = 1, .most_mm = most_mm, .gap_below_mm = gap},
                 {.block = equal_row(std::move(buttons), gap)}});
}

}  // namespace inloop::ui::host
