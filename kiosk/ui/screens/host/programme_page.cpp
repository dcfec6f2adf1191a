#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using planning::PageView;
using planning::ProgrammeTile;
using planning::TileShape;

// What stands above the tiles takes their height.
bool has_head(PageView const& page) {
  return page.heading || !page.steps.empty();
}

bool has_words(PageView const& page) {
  return std::ranges::any_of(page.tiles, [](auto const& tile) {
    return !tile.picture.empty() && !tile.label.shown.empty();
  });
}

Cells most_pictures(PageView const& page, Look const& look) {
  auto const is_bare = look.density == Density::Bare;
  if (look.is_small() && look.is_wide())
    return is_bare ? Cells{.columns = 3, .rows = has_head(page) || look.is_large() ? 1U : 2U}
           : is_tight(look) ? Cells{.columns = 5, .rows = has_head(page) ? 1U : 3U}
                            : Cells{.columns = 6, .rows = has_head(page) ? 2U : 3U};
  if (look.is_wide()) return {.columns = is_bare ? 4U : 6U, .rows = look.is_large() ? 2U : 3U};
  if (look.is_small())
    return is_bare ? Cells{.columns = 2, .rows = has_head(page) ? 2U : 3U}
                   : Cells{.columns = 3, .rows = is_tight(look) ? 4U : 5U};
  bool const is_long = page.scroll.total > 8;
  if (has_words(page) && is_long)
    return {.columns = is_bare ? 2U : 3U, .rows = is_tight(look) ? 5U : 7U};
  return {.columns = is_bare ? 3U : 4U, .rows = is_tight(look) ? 4U : 6U};
}

// One below the other as long as that is one page; a pair of columns is read less easily.
std::size_t columns_of_few(std::size_t total, Look const& look) {
  constexpr std::size_t most_in_one = 5;
  constexpr std::size_t days_in_week = 7;
  if (look.is_wide()) return total <= 4 ? 2 : 3;
  return total <= most_in_one || total == days_in_week ? 1 : 2;
}

Cells most_lines(PageView const& page, Look const& look) {
  auto const is_bare = look.density == Density::Bare;
  auto const total = static_cast<std::size_t>(page.scroll.total);
  auto const columns = columns_of_few(total, look);
  if (look.is_small() && look.is_wide()) {
    auto const rows = page.main || has_head(page) || is_tight(look) ? 2U : 3U;
    return is_bare ? Cells{.columns = 2, .rows = look.is_large() ? 1U : 2U}
                   : Cells{.columns = columns, .rows = rows};
  }
  if (look.is_wide()) return {.columns = is_bare ? 2U : columns, .rows = is_tight(look) ? 3U : 4U};
  auto const rows = columns == 1 ? 7U : 6U;
  if (look.is_small())
    return is_bare          ? Cells{.columns = 1, .rows = look.is_large() ? 2U : 3U}
           : is_tight(look) ? Cells{.columns = columns, .rows = 4}
                            : Cells{.columns = columns, .rows = rows - 1};
  return {.columns = is_bare ? 1U : columns, .rows = is_tight(look) ? 4U : rows};
}

// As few rows as the whole list needs.
Cells cells_of(PageView const& page, Look const& look) {
  auto cells =
      page.shape == TileShape::Pictures ? most_pictures(page, look) : most_lines(page, look);
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

std::vector<Storey> words_of(std::string const& id, ProgrammeTile const& tile, Look const& look) {
  // On small glass whole words matter more than which of them are the heavier ones.
  auto const heavy = look.is_small() ? Role::Body : Role::Strong;
  if (tile.detail.shown.empty())
    return {{.block = words(id + "/label", tile.label, {.role = heavy})}};
  auto const is_brief = look.is_small() && !tile.brief.shown.empty();
  auto const& detail = is_brief ? tile.brief : tile.detail;
  if (tile.problem && look.is_small() && is_tight(look))
    return {{.block = words(id + "/label", tile.label, {.shade = Shade::Soft})}};
  if (tile.leading == planning::Leading::Label)
    return {{.block = words(id + "/label", tile.label, {.role = Role::Strong})},
            {.block = words(id + "/detail", detail, {.role = Role::Body})}};
  return {{.block = words(id + "/label", tile.label, {.role = Role::Body, .shade = Shade::Soft})},
          {.block = words(id + "/detail", detail, {.role = heavy})}};
}

// Words beside their picture, all of them from one edge on.
BlockPointer line_inside(std::string const& id, ProgrammeTile const& tile, Look const& look) {
  auto text = words_of(id, tile, look);
  if (tile.problem)
    text.push_back({.block = words(id + "/problem", *tile.problem, {.role = Role::Body})});
  text.insert(text.begin(), {.block = space(), .grow = 1});
  text.push_back({.block = space(), .grow = 1});
  std::vector<Seat> seats;
  bool const has_room = look.is_small() ? !is_tight(look) : look.density != Density::Bare;
  if (!tile.picture.empty() && has_room)
    seats.push_back({.block = emoji(tile.problem ? "☝🏽" : tile.picture,
                                    look.picture_mm(look.is_small() ? 9 : 17))});
  seats.push_back({.block = column(std::move(text)), .share = 1});
  return row(std::move(seats), look.small_gap_mm() + (look.is_small() ? 0.0 : 2.0));
}

Role role_of(ProgrammeTile const& tile, TileShape shape, Look const& look) {
  if (shape == TileShape::Lines) return look.is_small() ? Role::Body : Role::Strong;
  if (look.is_small()) return tile.picture.empty() ? Role::Strong : Role::Body;
  return tile.picture.empty() ? Role::Title : Role::Body;
}

BlockPointer tile_block(ProgrammeTile const& tile, TileShape shape, ControlState state,
                        Look const& look) {
  auto id = "programme/" + tile.id;
  auto const is_line = shape == TileShape::Lines;
  auto inside = is_line && !tile.picture.empty() ? line_inside(id, tile, look) : nullptr;
  auto const has_picture = !is_line && !tile.picture.empty();
  auto const small_mm = tile.label.shown.empty() ? 14.0 : is_tight(look) ? 8 : 11;
  auto const large_mm = tile.label.shown.empty() ? 24.0 : 18.0;
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
                  .picture_mm = look.picture_mm(look.is_small() ? small_mm : large_mm),
                  .role = role_of(tile, shape, look),
                  .padding_mm = look.is_small() ? 2.0
                                : is_line       ? 5.0
                                                : 4.0});
}

BlockPointer main_of(planning::ProgrammeButton const& button, ControlState state,
                     Look const& look) {
  return main_button("programme/main", button.phrase, tapped(button.tap),
                     state_if(button.is_enabled, state), NoPicture{}, look);
}

// What else can be done beside the main button.
std::vector<Seat> actions_of(PageView const& page, ControlState state, Look const& look) {
  std::vector<Seat> seats;
  if (page.aside)
    seats.push_back(
        {.block = programme_chip("programme/aside", *page.aside, state, NoPicture{}, look),
         .share = 1});
  if (page.main) seats.push_back({.block = main_of(*page.main, state, look), .share = 1.3});
  return seats;
}

// The buttons that scroll stand above the actions where there is height for two rows.
BlockPointer foot(PageView const& page, std::size_t shown, ControlState state, Look const& look) {
  auto const gap = look.small_gap_mm();
  auto actions = actions_of(page, state, look);
  Blocks scroll;
  if (has_scroll(page.scroll, shown)) scroll = scroll_signs("programme", page.scroll, shown, look);
  if (scroll.empty() && actions.empty()) return nullptr;
  if (scroll.empty()) return row(std::move(actions), gap);
  if (actions.empty()) return equal_row(std::move(scroll), gap);
  bool const is_stacked = !look.is_wide() && (!look.is_small() || actions.size() > 1);
  if (is_stacked && !(look.is_small() && is_tight(look) && actions.size() < 2))
    return column({{.block = equal_row(std::move(scroll), gap), .gap_below_mm = gap},
                   {.block = row(std::move(actions), gap)}});
  std::vector<Seat> seats;
  for (auto& button : scroll) seats.push_back({.block = std::move(button)});
  for (auto& action : actions) seats.push_back(std::move(action));
  return row(std::move(seats), gap);
}

// Where there are no tiles, what is told is what the page is for.
bool is_told(PageView const& page, Look const& look) {
  return page.tiles.empty() && !look.is_small() && !is_tight(look);
}

std::size_t most_facts(PageView const& page, Look const& look) {
  if (look.is_small() && look.is_wide()) {
    auto const alone = is_tight(look) ? 3U : 4U;
    return page.tiles.empty() ? alone : is_tight(look) ? 1U : 3U;
  }
  if (look.is_small())
    return page.tiles.empty() ? (is_tight(look) ? 4 : 7) : is_tight(look) ? 2 : 4;
  if (look.is_wide()) return is_tight(look) ? 5 : 8;
  return is_tight(look) ? 6 : 11;
}

BlockPointer fact_block(std::size_t index, planning::ProgrammeFact const& one, bool is_told_here,
                        Look const& look) {
  auto text = words("programme/fact_" + std::to_string(index + 1), one.text,
                    {.role = is_told_here ? Role::Strong : Role::Body});
  if (look.density == Density::Bare) return text;
  auto const picture_mm = look.is_small() ? 6.0 : is_told_here ? 14.0 : 10.0;
  auto centred = column(
      {{.block = space(), .grow = 1}, {.block = std::move(text)}, {.block = space(), .grow = 1}});
  return row({{.block = emoji(one.picture, look.picture_mm(picture_mm))},
              {.block = std::move(centred), .share = 1}},
             look.small_gap_mm());
}

BlockPointer warning_block(core::Phrase const& warning, Look const& look) {
  auto text =
      words("programme/warning", warning, {.role = look.is_small() ? Role::Body : Role::Strong});
  if (look.is_small()) return panel(Tint::Peach, 2, std::move(text));
  return panel(
      Tint::Peach, 4,
      row({{.block = emoji("⚠️", look.picture_mm(14))}, {.block = std::move(text), .share = 1}},
          look.small_gap_mm() + 1));
}

HeadingSize heading_size(Look const& look) {
  bool const has_height = !look.is_small() && !look.is_wide() && look.density == Density::Roomy;
  return has_height ? HeadingSize::Large : HeadingSize::Small;
}

std::vector<Storey> about(PageView const& page, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (page.heading)
    storeys.push_back(
        {.block = session_heading("programme", *page.heading, heading_size(look), look),
         .gap_below_mm = gap});
  if (page.warning)
    storeys.push_back({.block = warning_block(*page.warning, look), .gap_below_mm = gap});
  // On the smallest glass the lines themselves have to be enough.
  if (page.advice && (page.tiles.empty() || !(look.is_small() && is_tight(look))))
    storeys.push_back({.block = words("programme/advice", *page.advice,
                                      {.role = look.is_small() ? Role::Body : Role::Strong}),
                       .gap_below_mm = gap});
  auto const facts = std::min(page.facts.size(), most_facts(page, look));
  bool const is_told_here = is_told(page, look);
  for (std::size_t i = 0; i < facts; ++i)
    storeys.push_back({.block = fact_block(i, page.facts[i], is_told_here, look),
                       .gap_below_mm = is_told_here ? look.normal_gap_mm() : 1});
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

double highest_tile_mm(PageView const& page, Cells const& cells, Look const& look) {
  auto const line_mm = cells.columns == 1 ? 36.0 : 44.0;
  return look.picture_mm(page.shape == TileShape::Pictures ? 60 : line_mm);
}

// What it is about stands beside what can be done, where there is more width than height.
BlockPointer beside(PageView const& page, ControlState state, Look const& look) {
  auto const columns = look.is_small() && !is_tight(look) ? 2U : 1U;
  auto const total = page.tiles.size();
  Cells const cells{.columns = columns, .rows = (total + columns - 1) / columns};
  auto side = about(page, look);
  side.push_back({.block = space(), .grow = 1});
  return row({{.block = column(std::move(side)), .share = 1},
              {.block = column({{.block = tiles_of(page, cells, state, look),
                                 .grow = 100,
                                 .most_mm = static_cast<double>(cells.rows) *
                                            highest_tile_mm(page, cells, look)},
                                {.block = space(), .grow = 1}}),
               .share = 1}},
             look.normal_gap_mm());
}

}  // namespace

BlockPointer programme_block(PageView const& page, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  if (look.is_wide() && page.heading && !page.main && !is_tight(look) && !look.is_small())
    return beside(page, state, look);
  auto const cells = cells_of(page, look);
  auto storeys = about(page, look);
  for (std::size_t i = 0; i < page.steps.size(); ++i)
    storeys.push_back({.block = programme_step("programme/step_" + std::to_string(i + 1),
                                               page.steps[i], state, look),
                       .gap_below_mm = gap});
  // Several steps leave low glass no height for a row below them.
  if (look.is_small() && look.is_wide() && page.steps.size() > 1 && page.main)
    return row({{.block = column(std::move(storeys)), .share = 1},
                {.block = main_of(*page.main, state, look), .share = 0.22}},
               look.small_gap_mm());
  if (!page.tiles.empty())
    storeys.push_back(
        {.block = tiles_of(page, cells, state, look),
         .grow = 100,
         .most_mm = static_cast<double>(cells.rows) * highest_tile_mm(page, cells, look),
         .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  auto const shown = page.tiles.empty() ? most_facts(page, look) : cells.count();
  if (auto below = foot(page, shown, state, look)) storeys.push_back({.block = std::move(below)});
  return column(std::move(storeys));
}

}  // namespace inloop::ui::host
