#include <algorithm>

#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/today_blocks.h"
#include "kiosk/ui/screens/host/today_pages.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using namespace core::host::shift;

BlockPointer inside_panel(OverviewScreen const& today, ControlState state, Look const& look) {
  return steps_panel(today.inside, {.id = "today/inside", .picture = "", .has_main = true}, state,
                     look);
}

BlockPointer volunteers_panel(OverviewScreen const& today, ControlState state, Look const& look) {
  return steps_panel(today.volunteers,
                     {.id = "today/volunteers", .picture = "🤲", .tint = Tint::Sky}, state, look);
}

// How many rows of calls and sessions fit. It follows from the glass alone.
std::size_t most_rows(Look const& look) {
  if (look.is_small()) return look.is_wide() ? 3 : 2;
  if (look.is_wide()) return look.is_large() ? 4 : 6;
  return look.is_large() ? 3 : 6;
}

// Whoever waits goes before the agenda; of several the one who waits longest, on small glass alone.
std::size_t shown_calls(OverviewScreen const& today, Look const& look) {
  return std::min<std::size_t>(today.calls.size(), look.is_small() || look.is_large() ? 1 : 2);
}

struct Rows {
  Blocks blocks;
  Blocks scroll;  // up and more, where not all sessions fit
};

Rows rows_of(OverviewScreen const& today, ControlState state, Look const& look) {
  Rows rows;
  auto const calls = shown_calls(today, look);
  for (std::size_t i = 0; i < calls; ++i)
    rows.blocks.push_back(call_row(today.calls[i], state, look));
  auto room = most_rows(look) - calls;
  if (has_scroll(today.scroll, room)) {
    room = std::max<std::size_t>(room - 1, 1);  // the buttons need a row, too
    rows.scroll = scroll_buttons("today", today.scroll, room, look);
  }
  for (std::size_t i = 0; i < std::min(room, today.sessions.size()); ++i)
    rows.blocks.push_back(session_row(today.sessions[i], state, look));
  if (today.nothing_on)
    rows.blocks.push_back(centred(words("today/nothing_on", *today.nothing_on, {})));
  return rows;
}

void add_rows(std::vector<Storey>& storeys, Rows rows, Look const& look) {
  auto const gap = look.small_gap_mm();
  for (auto& block : rows.blocks)
    storeys.push_back({.block = std::move(block), .gap_below_mm = gap});
  if (!rows.scroll.empty())
    storeys.push_back({.block = equal_row(std::move(rows.scroll), gap), .gap_below_mm = gap});
}

BlockPointer sessions_title(OverviewScreen const& today, ControlState state, Look const& look) {
  return row({{.block = centred(words("today/sessions", today.sessions_title,
                                      {.role = is_tight(look) ? Role::Strong : Role::Heading})),
               .share = 1},
              {.block = plan_chip("today/plan", today.plan, state, look)}},
             look.small_gap_mm());
}

BlockPointer small_portrait(OverviewScreen const& today, ControlState state, Look const& look) {
  auto const gap = look.small_gap_mm();
  std::vector<Storey> storeys{{.block = inside_panel(today, state, look), .gap_below_mm = gap},
                              {.block = volunteers_panel(today, state, look), .gap_below_mm = gap}};
  add_rows(storeys, rows_of(today, state, look), look);
  storeys.push_back({.block = daypart_tiles(today, state, look), .gap_below_mm = gap});
  storeys.push_back({.block = light_tile(today, state, look), .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

// Everything of a shift in four rows.
BlockPointer small_landscape(OverviewScreen const& today, ControlState state, Look const& look) {
  auto const gap = look.small_gap_mm();
  auto rows = rows_of(today, state, look);
  auto cells = std::move(rows.blocks);
  if (!rows.scroll.empty()) cells.push_back(equal_row(std::move(rows.scroll), gap));
  cells.resize(3, space());
  cells.push_back(light_tile(today, state, look));
  return column({{.block = row({{.block = inside_panel(today, state, look), .share = 1.06},
                                {.block = volunteers_panel(today, state, look), .share = 1}},
                               gap),
                  .gap_below_mm = gap},
                 {.block = daypart_tiles(today, state, look), .gap_below_mm = gap},
                 {.block = equal_row({cells[0], cells[1]}, gap), .gap_below_mm = gap},
                 {.block = equal_row({cells[2], cells[3]}, gap)},
                 {.block = space(), .grow = 1}});
}

void add_house(std::vector<Storey>& storeys, OverviewScreen const& today, ControlState state,
               Look const& look) {
  auto const gap = gap_mm(look);
  storeys.push_back({.block = daypart_tiles(today, state, look), .gap_below_mm = gap});
  storeys.push_back({.block = light_tile(today, state, look), .gap_below_mm = gap});
  if (today.name_me && look.density != Density::Bare)
    storeys.push_back({.block = name_tile(*today.name_me, chosen_if(today.is_named), state, look),
                       .gap_below_mm = gap});
}

BlockPointer portrait(OverviewScreen const& today, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys{
      {.block = inside_panel(today, state, look), .gap_below_mm = gap},
      {.block = volunteers_panel(today, state, look), .gap_below_mm = gap},
      {.block = sessions_title(today, state, look), .gap_below_mm = look.small_gap_mm()}};
  add_rows(storeys, rows_of(today, state, look), look);
  storeys.back().gap_below_mm = gap;
  add_house(storeys, today, state, look);
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

BlockPointer landscape(OverviewScreen const& today, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> start{{.block = inside_panel(today, state, look), .gap_below_mm = gap},
                            {.block = volunteers_panel(today, state, look), .gap_below_mm = gap}};
  add_house(start, today, state, look);
  start.push_back({.block = space(), .grow = 1});
  std::vector<Storey> end{
      {.block = sessions_title(today, state, look), .gap_below_mm = look.small_gap_mm()}};
  add_rows(end, rows_of(today, state, look), look);
  end.push_back({.block = space(), .grow = 1});
  return row({{.block = column(std::move(start)), .share = 1},
              {.block = column(std::move(end)), .share = 1}},
             look.section_gap_mm());
}

BlockPointer page_block(OverviewScreen const& today, ControlState state, Look const& look) {
  if (look.is_small())
    return look.is_wide() ? small_landscape(today, state, look)
                          : small_portrait(today, state, look);
  return look.is_wide() ? landscape(today, state, look) : portrait(today, state, look);
}

}  // namespace

BlockPointer place_block(core::host::TodayScreen const& today, ControlState state,
                         Look const& look) {
  return std::visit([&](auto const& page) { return page_block(page, state, look); }, today.page);
}

}  // namespace inloop::ui::host
