#include "kiosk/ui/screens/home_blocks.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

using core::HomeScreen;

BlockPointer beside_clock(BlockPointer text, HomeScreen const& home, Look const& look) {
  return row({{.block = std::move(text), .share = 1}, {.block = home::clock(home, look)}},
             look.normal_gap_mm());
}

// The main button, and that a card does the same.
void add_check_in(std::vector<Storey>& storeys, HomeScreen const& home, Look const& look) {
  auto const gap = gap_mm(look);
  auto const has_hint = home.card_hint && !is_tight(look);
  storeys.push_back({.block = home::check_in(home, look),
                     .grow = 3,
                     .most_mm = look.is_wide() ? 1e6 : 120,
                     .gap_below_mm = has_hint ? look.small_gap_mm() : gap});
  if (has_hint) storeys.push_back({.block = home::card_hint(home, look), .gap_below_mm = gap});
}

Composition portrait(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto const is_crowded = look.is_small() && look.density != Density::Roomy;
  std::vector<Storey> head;
  if (home.calls && look.is_small() && look.density == Density::Bare) {
    // Where somebody waits is clear to whoever stands here.
  } else if (is_crowded) {
    head.push_back({.block = beside_clock(home::place_and_invitation(home, look), home, look)});
  } else {
    head.push_back({.block = home::place_and_date(home, look),
                    .gap_below_mm = is_tight(look) ? gap : look.section_gap_mm()});
    head.push_back({.block = space(), .grow = look.is_low() ? 1.0 : 0.0});
    head.push_back({.block = beside_clock(home::greeting(home, look), home, look)});
  }
  std::vector<Storey> body;
  if (home.calls) body.push_back({.block = home::calls_banner(home, look), .gap_below_mm = gap});
  add_check_in(body, home, look);
  body.push_back({.block = home::four_tiles(home, look),
                  .grow = 2,
                  .most_mm = look.picture_mm(124),
                  .gap_below_mm = gap});
  if (home::shows_next(home, look))
    body.push_back({.block = home::next_card(home, look), .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  body.push_back({.block = home::foot(home, tools, look)});
  return {column(std::move(head)), column(std::move(body))};
}

// Where only one of them fits, what became of the last tap goes before the date.
BlockPointer landscape_head(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  if (look.is_small()) {
    bool const is_bare = look.density == Density::Bare;
    auto text = is_bare && home.calls ? space()
                : is_bare             ? home::place_and_invitation(home, look)
                                      : home::place_beside_invitation(home, look);
    // While it speaks, the tools take the whole foot.
    if (!tools.repeat) return text;
    auto centred = column(
        {{.block = space(), .grow = 1}, {.block = std::move(text)}, {.block = space(), .grow = 1}});
    return row({{.block = std::move(centred), .share = 1}, {.block = home::lock(home)}},
               look.small_gap_mm());
  }
  return column(
      {{.block = row({{.block = home::place_and_date(home, look), .share = 1},
                      {.block = beside_clock(home::greeting(home, look), home, look), .share = 1}},
                     gap_mm(look))}});
}

// Two columns: coming in, and what starts next on small glass; what else there is to do.
Composition landscape(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> start;
  if (home.calls) start.push_back({.block = home::calls_banner(home, look), .gap_below_mm = gap});
  add_check_in(start, home, look);
  std::vector<Storey> end{{.block = home::four_tiles(home, look), .grow = 1, .gap_below_mm = gap}};
  if (home::shows_next(home, look))
    (look.is_small() ? start : end).push_back({.block = home::next_card(home, look)});
  auto const end_share = look.is_small() ? 1.25 : 1.0;
  auto columns = row({{.block = column(std::move(start)), .share = 1},
                      {.block = column(std::move(end)), .share = end_share}},
                     gap);
  return {landscape_head(home, tools, look),
          column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                  {.block = home::foot(home, tools, look)}})};
}

}  // namespace

Composition compose(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(home, tools, look) : portrait(home, tools, look);
}

}  // namespace inloop::ui
