#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using planning::PageView;
using planning::ProgrammeTile;
using planning::TileShape;

constexpr char32_t far_left = 0xF13D;
constexpr char32_t far_right = 0xF13E;

// What stands above the tiles takes their height.
bool has_head(PageView const& page) {
  return page.heading || !page.steps.empty();
}

Cells most_cells(PageView const& page, Look const& look) {
  auto const is_bare = look.density == Density::Bare;
  if (page.shape == TileShape::Pictures) {
    if (look.is_small() && look.is_wide())
      return is_bare          ? Cells{.columns = 3, .rows = 2}
             : is_tight(look) ? Cells{.columns = 5, .rows = has_head(page) ? 2U : 3U}
                              : Cells{.columns = 6, .rows = has_head(page) ? 2U : 3U};
    if (look.is_wide()) return {.columns = is_bare ? 4U : 6U, .rows = look.is_large() ? 2U : 3U};
    if (look.is_small())
      return is_bare ? Cells{.columns = 2, .rows = 3}
                     : Cells{.columns = 3, .rows = is_tight(look) ? 4U : 5U};
    return {.columns = is_bare ? 3U : 4U, .rows = is_tight(look) ? 4U : 6U};
  }
  if (look.is_small() && look.is_wide())
    return is_bare          ? Cells{.columns = 2, .rows = 1}
           : is_tight(look) ? Cells{.columns = 3, .rows = 2}
                            : Cells{.columns = 3, .rows = 3};
  if (look.is_wide()) return {.columns = is_bare ? 2U : 3U, .rows = is_tight(look) ? 3U : 4U};
  if (look.is_small())
    return is_bare          ? Cells{.columns = 1, .rows = 3}
           : is_tight(look) ? Cells{.columns = 2, .rows = 4}
                            : Cells{.columns = 2, .rows = 5};
  return {.columns = is_bare ? 1U : 2U, .rows = is_tight(look) ? 4U : 6U};
}

// As few rows as the whole list needs.
Cells cells_of(PageView const& page, Look const& look) {
  auto cells = most_cells(page, look);
  auto const total = static_cast<std::size_t>(page.scroll.total);
  cells.columns = std::clamp(total, std::size_t{1}, cells.columns);
  auto const rows = (total + cells.columns - 1) / cells.columns;
  cells.rows = std::clamp(rows, std::size_t{1}, cells.rows);
  return cells;
}

core::Phrase phrase_of(ProgrammeTile const& tile) {
  core::Phrase phrase{.shown = tile.label.shown, .spoken = tile.label.spoken};
  if (!tile.detail.spoken.empty()) phrase.spoken += ": " + tile.detail.spoken;
  if (tile.problem) phrase.spoken += ". " + tile.problem->spoken;
  return phrase;
}

BlockPointer line_inside(std::string const& id, ProgrammeTile const& tile, Look const& look) {
  std::vector<Storey> text{
      {.block = words(id + "/label", tile.label, {.role = Role::Body, .shade = Shade::Soft})},
      {.block = words(id + "/value", tile.detail, {.role = Role::Strong})}};
  if (tile.problem)
    text.push_back({.block = words(id + "/problem", *tile.problem, {.role = Role::Body})});
  text.insert(text.begin(), {.block = space(), .grow = 1});
  text.push_back({.block = space(), .grow = 1});
  std::vector<Seat> seats;
  if (!tile.picture.empty() && look.density != Density::Bare)
    seats.push_back({.block = emoji(tile.problem ? "☝🏽" : tile.picture,
                                    look.picture_mm(look.is_small() ? 9 : 15))});
  seats.push_back({.block = column(std::move(text)), .share = 1});
  return row(std::move(seats), look.small_gap_mm());
}

BlockPointer tile_block(ProgrammeTile const& tile, TileShape shape, ControlState state,
                        Look const& look) {
  auto id = "programme/" + tile.id;
  auto const is_line = shape == TileShape::Lines;
  auto inside = is_line && !tile.detail.shown.empty() ? line_inside(id, tile, look) : nullptr;
  auto const has_picture = !tile.picture.empty() && (!is_line || look.density != Density::Bare);
  auto const small_mm = is_line ? 9.0 : tile.label.shown.empty() ? 14.0 : is_tight(look) ? 8 : 11;
  return control({.id = std::move(id),
                  .phrase = phrase_of(tile),
                  .action = tapped(tile.tap),
                  .state = state_if(tile.is_enabled, state),
                  .choice = chosen_if(tile.is_chosen),
                  .tint = tile.problem ? std::optional(Tint::Peach)
                          : tile.kind  ? tint_of(*tile.kind)
                                       : std::nullopt,
                  .inside = std::move(inside),
                  .picture = has_picture ? Picture(EmojiPicture{tile.picture}) : NoPicture{},
                  .picture_mm = look.picture_mm(look.is_small() ? small_mm
                                                : is_line       ? 16
                                                                : 22),
                  .arrangement = is_line ? Arrangement::Beside : Arrangement::Above,
                  .role = is_line || !look.is_small() ? Role::Strong : Role::Body,
                  .padding_mm = look.is_small() ? 2.0 : 4.0});
}

BlockPointer step_button(std::string id, planning::ProgrammeButton const& button, char32_t sign,
                         ControlState state, Look const& look) {
  return programme_tool(std::move(id), button, state, IconPicture{sign}, look);
}

BlockPointer step_block(std::string const& id, planning::StepRow const& step, ControlState state,
                        Look const& look) {
  auto value = column(
      {{.block = space(), .grow = 1},
       {.block = words(id + "/label", step.label, {.shade = Shade::Soft, .align = Align::Centre})},
       {.block = words(
            id + "/value", step.value,
            {.role = look.is_small() ? Role::Strong : Role::Heading, .align = Align::Centre})},
       {.block = space(), .grow = 1}});
  std::vector<Seat> before;
  std::vector<Seat> after;
  auto const to_start = look.is_mirrored() ? far_right : far_left;
  auto const to_end = look.is_mirrored() ? far_left : far_right;
  auto const add = [&](std::vector<Seat>& seats, std::string const& name,
                       planning::ProgrammeButton const& button, char32_t sign) {
    seats.push_back({.block = step_button(id + name, button, sign, state, look)});
  };
  if (step.much_less) add(before, "/much_less", *step.much_less, to_start);
  add(before, "/less", step.less, sign::minus);
  add(after, "/more", step.more, sign::plus);
  if (step.much_more) add(after, "/much_more", *step.much_more, to_end);
  auto const gap = look.small_gap_mm();
  auto const is_stacked = look.density == Density::Bare && !look.is_wide();
  if (!is_stacked) before.push_back({.block = value, .share = 1});
  if (is_stacked) before.push_back({.block = space(), .share = 1});
  for (auto& seat : after) before.push_back(std::move(seat));
  auto line = row(std::move(before), gap);
  auto const padding = look.is_small() ? 1.5 : 5.0;
  if (!is_stacked) return panel(std::nullopt, padding, std::move(line));
  return panel(
      std::nullopt, padding,
      column({{.block = std::move(value), .gap_below_mm = 1}, {.block = std::move(line)}}));
}

BlockPointer main_of(planning::ProgrammeButton const& button, ControlState state,
                     Look const& look) {
  return main_button("programme/main", button.phrase, tapped(button.tap),
                     state_if(button.is_enabled, state), NoPicture{}, look);
}

// "Omhoog" and "Meer", what else can be done, and the main button in one row.
BlockPointer foot(PageView const& page, std::size_t shown, ControlState state, Look const& look) {
  std::vector<Seat> seats;
  if (has_scroll(page.scroll, shown))
    for (auto& button : scroll_buttons("programme", page.scroll, shown, look))
      seats.push_back({.block = std::move(button)});
  if (page.aside)
    seats.push_back(
        {.block = programme_chip("programme/aside", *page.aside, state, NoPicture{}, look),
         .share = page.main && look.is_small() ? 1.0 : 0.0});
  if (page.main) seats.push_back({.block = main_of(*page.main, state, look), .share = 1});
  if (seats.empty()) return nullptr;
  return row(std::move(seats), look.small_gap_mm());
}

std::size_t most_facts(Look const& look) {
  if (look.is_small()) return look.is_wide() ? (is_tight(look) ? 3 : 4) : (is_tight(look) ? 5 : 8);
  return is_tight(look) ? 6 : 10;
}

std::vector<Storey> about(PageView const& page, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (page.heading)
    storeys.push_back(
        {.block = session_heading("programme", *page.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  if (page.warning)
    storeys.push_back(
        {.block = panel(Tint::Peach, 3,
                        words("programme/warning", *page.warning, {.role = Role::Strong})),
         .gap_below_mm = gap});
  // On the smallest glass the lines themselves have to be enough.
  if (page.advice && (page.tiles.empty() || look.density != Density::Bare))
    storeys.push_back({.block = words("programme/advice", *page.advice,
                                      {.role = look.is_small() ? Role::Body : Role::Strong}),
                       .gap_below_mm = gap});
  auto const facts = std::min(page.facts.size(), most_facts(look));
  for (std::size_t i = 0; i < facts; ++i) {
    auto const& one = page.facts[i];
    auto text = words("programme/fact_" + std::to_string(i + 1), one.text, {});
    if (look.density != Density::Bare)
      text = row({{.block = emoji(one.picture, look.picture_mm(look.is_small() ? 6 : 10))},
                  {.block = std::move(text), .share = 1}},
                 look.small_gap_mm());
    storeys.push_back({.block = std::move(text), .gap_below_mm = 1});
  }
  if (facts > 0) storeys.back().gap_below_mm = gap;
  return storeys;
}

BlockPointer tiles_of(PageView const& page, Cells const& cells, ControlState state,
                      Look const& look) {
  Blocks tiles;
  auto const count = std::min(page.tiles.size(), cells.count());
  for (std::size_t i = 0; i < count; ++i)
    tiles.push_back(tile_block(page.tiles[i], page.shape, state, look));
  return even_grid(std::move(tiles), cells, look.small_gap_mm());
}

double highest_tile_mm(PageView const& page, Look const& look) {
  return look.picture_mm(page.shape == TileShape::Pictures ? 60 : 44);
}

// What it is about stands beside what can be done, where there is more width than height.
BlockPointer beside(PageView const& page, ControlState state, Look const& look) {
  auto const columns = look.is_small() && !is_tight(look) ? 2U : 1U;
  auto const total = page.tiles.size();
  Cells const cells{.columns = columns, .rows = (total + columns - 1) / columns};
  auto side = about(page, look);
  side.push_back({.block = space(), .grow = 1});
  return row(
      {{.block = column(std::move(side)), .share = 1},
       {.block = column({{.block = tiles_of(page, cells, state, look),
                          .grow = 100,
                          .most_mm = static_cast<double>(cells.rows) * highest_tile_mm(page, look)},
                         {.block = space(), .grow = 1}}),
        .share = 1}},
      look.normal_gap_mm());
}

}  // namespace

BlockPointer programme_block(PageView const& page, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  if (look.is_wide() && page.heading && !page.main && !is_tight(look))
    return beside(page, state, look);
  auto const cells = cells_of(page, look);
  auto storeys = about(page, look);
  for (std::size_t i = 0; i < page.steps.size(); ++i)
    storeys.push_back(
        {.block = step_block("programme/step_" + std::to_string(i + 1), page.steps[i], state, look),
         .gap_below_mm = gap});
  if (!page.tiles.empty())
    storeys.push_back({.block = tiles_of(page, cells, state, look),
                       .grow = 100,
                       .most_mm = static_cast<double>(cells.rows) * highest_tile_mm(page, look),
                       .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  auto const shown = page.tiles.empty() ? most_facts(look) : cells.count();
  if (auto below = foot(page, shown, state, look)) storeys.push_back({.block = std::move(below)});
  return column(std::move(storeys));
}

}  // namespace inloop::ui::host
