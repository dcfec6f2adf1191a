#include "kiosk/ui/screens/host/today_pages.h"

#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/today_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using namespace core::host::shift;
using core::host::tapped;

std::string_view picture_of(Light light) {
  switch (light) {
    case Light::Green:
      return "✅";
    case Light::Orange:
      return "⚠️";
    case Light::Red:
      break;
  }
  return "⛔";
}

bool is_flat(Look const& look) {
  return look.is_small() && look.is_wide();
}

BlockPointer opening_choice(std::string id, core::Phrase const& phrase, core::Opening opening,
                            DaypartScreen const& page, ControlState state, Look const& look) {
  bool const is_chosen = page.is_open == (opening == core::Opening::Open);
  return control({.id = std::move(id),
                  .phrase = phrase,
                  .action = tapped(TodayTap{SetOpening{page.daypart, opening}}),
                  .state = state,
                  .choice = chosen_if(is_chosen),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
                  .role = Role::Strong,
                  .padding_mm = look.is_small() ? 2.0 : 6.0});
}

BlockPointer opening_panel(DaypartScreen const& page, ControlState state, Look const& look) {
  auto const role = look.is_small() ? Role::Body : Role::Strong;
  auto question = words("today/question", page.question, {.role = role});
  auto choices = equal_row(
      {opening_choice("today/open", page.open, core::Opening::Open, page, state, look),
       opening_choice("today/closed", page.closed, core::Opening::Closed, page, state, look)},
      look.small_gap_mm());
  return panel(page.is_odd ? std::optional(Tint::Peach) : std::nullopt, look.is_small() ? 2 : 6,
               column({{.block = std::move(question), .gap_below_mm = look.small_gap_mm()},
                       {.block = std::move(choices)}}));
}

BlockPointer child_tile(DaypartScreen const& page, ControlState state, Look const& look) {
  return control({.id = "today/child",
                  .phrase = *page.child,
                  .action = tapped(page.add_child),
                  .state = state,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = EmojiPicture{"🧒"},
                  .picture_mm = look.picture_mm(look.is_small() ? 9 : 14),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 2.0 : 4.0});
}

BlockPointer heading(core::SessionHeading const& heading, Look const& look) {
  if (is_flat(look)) return words("today/session", heading.title, {.role = Role::Strong});
  return session_heading("today", heading, HeadingSize::Small, look);
}

// Digits as on a telephone; zero stands between what is for nobody and erasing.
BlockPointer keypad(HeadCountScreen const& page, ControlState state, Look const& look) {
  auto const key = [&](std::string id, core::Phrase const& phrase, TodayTap tap, Picture picture) {
    return control({.id = std::move(id),
                    .phrase = phrase,
                    .action = tapped(std::move(tap)),
                    .state = state,
                    .tint = std::nullopt,
                    .inside = nullptr,
                    .picture = std::move(picture),
                    .picture_mm = look.picture_mm(look.is_small() ? 8 : 11),
                    .role = Role::Strong,
                    .padding_mm = 1.5});
  };
  Blocks keys;
  for (int digit = 1; digit <= 10; ++digit) {
    auto const shown = digit % 10;
    keys.push_back(key("today/digit_" + std::to_string(shown),
                       page.digits[static_cast<std::size_t>(shown)], TodayTap{TypeDigit{shown}},
                       NoPicture{}));
  }
  keys.push_back(key("today/erase", {{}, page.erase.spoken}, TodayTap{EraseDigit{}},
                     IconPicture{sign::erase}));
  auto const gap = look.small_gap_mm();
  if (is_flat(look)) return grid(std::move(keys), 4, gap);
  keys.insert(keys.begin() + 9, space());
  return grid(std::move(keys), 3, gap);
}

BlockPointer save_button(std::string id, core::Phrase const& phrase, ControlState state,
                         Look const& look) {
  return main_button(std::move(id), phrase, tapped(TodayTap{SaveAttendance{}}), state,
                     is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}),
                     look);
}

BlockPointer foot(core::Phrase const& change, core::Phrase const& save, ControlState state,
                  Look const& look) {
  auto const gap = look.small_gap_mm() + 1;
  auto link = plan_chip("today/change", change, state, look);
  if (look.is_small() && !look.is_wide())
    return column({{.block = save_button("today/save", save, state, look), .gap_below_mm = gap},
                   {.block = std::move(link)}});
  return row({{.block = std::move(link)},
              {.block = save_button("today/save", save, state, look), .share = 1}},
             gap);
}

BlockPointer name_row(NameRow const& name, ControlState state, Look const& look) {
  return control({.id = "today/name_" + std::to_string(name.index),
                  .phrase = name.label,
                  .action = tapped(TodayTap{TickName{name.index}}),
                  .state = state,
                  .choice = chosen_if(name.is_here),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = TokenPicture{std::string(name.picture), name.colour},
                  .picture_mm = look.picture_mm(look.is_small() ? 11 : 18),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 1.5 : 3.0});
}

Cells name_cells(Look const& look) {
  if (is_flat(look)) return {.columns = 2, .rows = look.is_large() ? 1U : 2U};
  if (look.is_small()) return {.columns = look.is_large() ? 1U : 2U, .rows = 2};
  return {.columns = 2, .rows = look.is_wide() ? 4U : 8U};
}

BlockPointer names(NameListScreen const& page, ControlState state, Look const& look) {
  auto const cells = name_cells(look);
  Blocks rows;
  for (std::size_t i = 0; i < std::min(cells.count(), page.names.size()); ++i)
    rows.push_back(name_row(page.names[i], state, look));
  return even_grid(std::move(rows), cells, look.small_gap_mm());
}

}  // namespace

BlockPointer page_block(DaypartScreen const& page, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto counted = steps_panel(page.counted, {.id = "today/counted", .picture = "🧑"}, state, look);
  auto volunteers =
      steps_panel(page.volunteers, {.id = "today/volunteers", .picture = "🤲"}, state, look);
  auto opening = opening_panel(page, state, look);
  if (look.is_wide()) {
    std::vector<Storey> start{{.block = std::move(counted), .gap_below_mm = gap}};
    if (page.child) start.push_back({.block = child_tile(page, state, look), .gap_below_mm = gap});
    start.push_back({.block = std::move(volunteers)});
    start.push_back({.block = space(), .grow = 1});
    return row({{.block = column(std::move(start)), .share = 1},
                {.block = column({{.block = std::move(opening)}, {.block = space(), .grow = 1}}),
                 .share = 1}},
               look.normal_gap_mm());
  }
  std::vector<Storey> storeys{{.block = std::move(counted), .gap_below_mm = gap}};
  if (page.child) storeys.push_back({.block = child_tile(page, state, look), .gap_below_mm = gap});
  storeys.push_back({.block = std::move(volunteers), .gap_below_mm = gap});
  storeys.push_back({.block = std::move(opening)});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

BlockPointer page_block(HeadCountScreen const& page, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto people = steps_panel(page.people, {.id = "today/people", .picture = "🧑‍🤝‍🧑"},
                            state, look);
  auto keys = keypad(page, state, look);
  auto end = foot(page.change, page.save, state, look);
  if (look.is_wide()) {
    std::vector<Storey> start{{.block = heading(page.heading, look), .gap_below_mm = gap},
                              {.block = std::move(people), .gap_below_mm = gap}};
    if (!page.places.shown.empty() && !is_tight(look))
      start.push_back({.block = words("today/places", page.places, {.shade = Shade::Soft})});
    start.push_back({.block = space(), .grow = 1});
    return column({{.block = row({{.block = column(std::move(start)), .share = 1},
                                  {.block = std::move(keys), .share = 1}},
                                 look.normal_gap_mm()),
                    .grow = 1,
                    .gap_below_mm = gap},
                   {.block = std::move(end)}});
  }
  std::vector<Storey> storeys;
  if (!(look.is_small() && is_tight(look)))
    storeys.push_back({.block = heading(page.heading, look), .gap_below_mm = gap});
  storeys.push_back({.block = std::move(people), .gap_below_mm = gap});
  storeys.push_back({.block = std::move(keys), .gap_below_mm = gap});
  storeys.push_back({.block = space(), .grow = 1});
  storeys.push_back({.block = std::move(end)});
  return column(std::move(storeys));
}

BlockPointer page_block(NameListScreen const& page, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> storeys;
  if (!(look.is_small() && (look.is_wide() || is_tight(look)))) {
    storeys.push_back({.block = heading(page.heading, look), .gap_below_mm = gap});
    storeys.push_back(
        {.block = words("today/advice", page.advice, {.shade = Shade::Soft}), .gap_below_mm = gap});
  }
  storeys.push_back({.block = names(page, state, look), .gap_below_mm = gap});
  auto others = steps_panel(page.others, {.id = "today/others", .picture = "➕"}, state, look);
  auto const shown = name_cells(look).count();
  if (has_scroll(page.scroll, shown)) {
    auto buttons = equal_row(scroll_buttons("today", page.scroll, shown, look), gap);
    if (look.is_wide()) {
      storeys.push_back(
          {.block = equal_row({std::move(others), std::move(buttons)}, gap), .gap_below_mm = gap});
    } else {
      storeys.push_back({.block = std::move(buttons), .gap_below_mm = gap});
      storeys.push_back({.block = std::move(others), .gap_below_mm = gap});
    }
  } else {
    storeys.push_back({.block = std::move(others), .gap_below_mm = gap});
  }
  storeys.push_back({.block = space(), .grow = 1});
  storeys.push_back({.block = foot(page.change, page.save, state, look)});
  return column(std::move(storeys));
}

BlockPointer page_block(HouseScreen const& page, ControlState state, Look const& look) {
  auto const gap = look.small_gap_mm();
  std::vector<Storey> storeys;
  // What is not well comes first: where letters are large and glass is small, that is enough.
  bool const is_bare = look.is_small() && look.density == Density::Bare;
  auto const most = is_bare ? (look.is_wide() ? 2U : 3U) : page.rows.size();
  for (std::size_t i = 0; i < std::min<std::size_t>(most, page.rows.size()); ++i) {
    auto const& one = page.rows[i];
    auto const id = "today/house_" + std::to_string(i + 1);
    std::vector<Storey> text{
        {.block = words(id, one.text, {.role = look.is_small() ? Role::Body : Role::Strong})}};
    if (one.advice)
      text.push_back({.block = words(id + "/advice", *one.advice, {.shade = Shade::Strong})});
    std::vector<Seat> seats;
    if (!is_tight(look))
      seats.push_back(
          {.block = emoji(picture_of(one.light), look.picture_mm(look.is_small() ? 9 : 14))});
    seats.push_back({.block = centred(column(std::move(text))), .share = 1});
    storeys.push_back({.block = panel(tint_of(one.light), look.is_small() ? 1.5 : 5,
                                      row(std::move(seats), look.small_gap_mm() + 1)),
                       .gap_below_mm = gap});
  }
  bool const is_well = page.rows.front().light == Light::Green;
  if (page.name_me && (is_well || !is_bare))
    storeys.push_back({.block = name_tile(*page.name_me, chosen_if(page.is_named), state, look)});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

}  // namespace inloop::ui::host
