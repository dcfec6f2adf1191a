#include <algorithm>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::ActivitiesScreen;

// How the list looks on this glass: cards that stand, or lie over the whole width.
struct Shelf {
  Cells cells;
  bool is_lying = false;
};

Shelf shelf_of(Look const& look) {
  if (look.is_wide() && look.is_small()) {
    if (!look.is_large() && !is_tight(look)) return {.cells = {.columns = 3, .rows = 1}};
    if (look.density != Density::Bare) return {.cells = {.columns = 2, .rows = 1}};
    return {.cells = {.columns = 1, .rows = 1}, .is_lying = true};
  }
  if (look.is_wide()) {
    if (!look.is_large()) return {.cells = {.columns = 4, .rows = is_tight(look) ? 1U : 2U}};
    return {.cells = {.columns = is_tight(look) ? 2U : 3U, .rows = 1}};
  }
  if (look.is_small())
    return {.cells = {.columns = 1, .rows = is_tight(look) ? 1U : 2U}, .is_lying = true};
  if (look.is_large()) {
    auto const most = look.is_low() ? 2U : 3U;
    return {.cells = {.columns = 1, .rows = look.density == Density::Bare ? most - 1 : most},
            .is_lying = true};
  }
  auto const rows = look.is_low() ? 2U : 3U;
  return {.cells = {.columns = 2, .rows = look.density == Density::Bare ? rows - 1 : rows}};
}

BlockPointer list_of(ActivitiesScreen const& activities, Shelf const& shelf, Look const& look) {
  Blocks tiles;
  auto const count = std::min(activities.tiles.size(), shelf.cells.count());
  for (std::size_t i = 0; i < count; ++i) {
    auto const& tile = activities.tiles[i];
    auto id = "activities/session_" + std::to_string(tile.session);
    tiles.push_back(shelf.is_lying ? session_card(std::move(id), tile, CardLength::Full,
                                                  ControlState::Ready, look)
                                   : session_tile(std::move(id), tile, look));
  }
  return even_grid(std::move(tiles), shelf.cells, gap_mm(look));
}

// Nothing is on: said kindly, in the place where the tiles would stand.
BlockPointer nothing_is_on(core::Phrase const& phrase, Look const& look) {
  auto const picture_mm = look.picture_mm(look.is_small() ? 22 : 64);
  std::vector<Storey> storeys{{.block = space(), .grow = 2}};
  if (!is_tight(look))
    storeys.push_back({.block = emoji("🪴", picture_mm), .gap_below_mm = look.normal_gap_mm()});
  storeys.push_back(
      {.block = words("activities/empty", phrase, {.role = Role::Lead, .align = Align::Centre})});
  storeys.push_back({.block = space(), .grow = 3});
  return column(std::move(storeys));
}

BlockPointer spans(ActivitiesScreen const& activities, Look const& look) {
  constexpr std::array names{"today", "tomorrow", "week"};
  Blocks chips;
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const& span = activities.spans[i];
    chips.push_back(control({.id = "activities/span_" + std::string(names[i]),
                             .phrase = span.label,
                             .action = core::TapSpan{span.span},
                             .shape = ControlShape::Chip,
                             .choice = chosen_if(span.is_chosen),
                             .tint = std::nullopt,
                             .inside = nullptr,
                             .picture = NoPicture{},
                             .role = look.is_small() ? Role::Body : Role::Strong,
                             .padding_mm = look.is_small() ? 2.0 : 4.0}));
  }
  return is_tight(look) && !look.is_wide() ? flow(std::move(chips), look.small_gap_mm())
                                           : equal_row(std::move(chips), look.small_gap_mm());
}

enum class LikesStyle { Words, Sign };

BlockPointer likes(ActivitiesScreen const& activities, LikesStyle style, Look const& look) {
  auto const* const picture = activities.is_filtered ? "🗓️" : "😊";
  auto const action =
      activities.is_filtered ? core::Action(core::TapActivities{}) : core::Action(core::TapLikes{});
  if (style == LikesStyle::Sign)
    return tool({.id = "activities/likes",
                 .phrase = activities.likes,
                 .action = action,
                 .sign = EmojiPicture{picture},
                 .letters = {}});
  return control({.id = "activities/likes",
                  .phrase = activities.likes,
                  .action = action,
                  .shape = ControlShape::Chip,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = EmojiPicture{picture},
                  .picture_mm = look.picture_mm(10),
                  .arrangement = Arrangement::Beside});
}

std::vector<Storey> list_storeys(ActivitiesScreen const& activities, Look const& look) {
  auto const shelf = shelf_of(look);
  auto const gap = gap_mm(look);
  auto const most_mm = static_cast<double>(shelf.cells.rows) * look.picture_mm(112);
  auto list =
      activities.empty ? nothing_is_on(*activities.empty, look) : list_of(activities, shelf, look);
  return {{.block = std::move(list), .grow = 100, .most_mm = most_mm, .gap_below_mm = gap},
          {.block = space(), .grow = 1}};
}

Composition portrait(ActivitiesScreen const& activities, core::Tools const& tools,
                     Look const& look) {
  auto const gap = gap_mm(look);
  auto const shown = shelf_of(look).cells.count();
  auto back = back_chip("activities/back", activities.back, look);
  auto title = words("activities/title", activities.title,
                     {.role = look.density == Density::Roomy ? Role::Title : Role::Heading});
  auto const has_title = !look.is_small() || look.is_low();
  auto const is_narrow = look.is_small() || look.is_large();
  std::vector<Storey> body;
  if (look.is_low()) {
    body.push_back({.block = row({{.block = spans(activities, look), .share = 1},
                                  {.block = likes(activities, LikesStyle::Sign, look)}},
                                 look.small_gap_mm()),
                    .gap_below_mm = gap});
  } else {
    body.push_back({.block = spans(activities, look), .gap_below_mm = gap});
  }
  for (auto& storey : list_storeys(activities, look)) body.push_back(std::move(storey));
  if (has_scroll(activities.scroll, shown))
    body.push_back(
        {.block = equal_row(scroll_buttons("activities", activities.scroll, shown, look), gap),
         .gap_below_mm = gap});
  body.push_back(
      {.block = look.is_low() ? foot_with_back(back, tools, look) : tools_row(tools, look)});
  if (look.is_low()) return {low_title(std::move(title)), column(std::move(body))};
  auto top =
      back_row(back, likes(activities, is_narrow ? LikesStyle::Sign : LikesStyle::Words, look));
  if (!has_title) return {std::move(top), column(std::move(body))};
  return {column({{.block = std::move(top), .gap_below_mm = gap}, {.block = std::move(title)}}),
          column(std::move(body))};
}

// Small wide glass has no height for a title and none for buttons below the list: those stand
// beside it.
Composition small_landscape(ActivitiesScreen const& activities, core::Tools const& tools,
                            Look const& look) {
  auto const gap = look.small_gap_mm();
  auto const shown = shelf_of(look).cells.count();
  auto top = row({{.block = spans(activities, look), .share = 1},
                  {.block = likes(activities, LikesStyle::Sign, look)}},
                 gap);
  auto foot = tool_seats(tools, look);
  foot.insert(foot.begin(), {.block = back_chip("activities/back", activities.back, look)});
  auto body = list_storeys(activities, look);
  body.insert(body.begin(), {.block = std::move(top), .gap_below_mm = gap});
  auto const is_crowded =
      tools.repeat.has_value() || look.is_large() || look.density != Density::Roomy;
  if (has_scroll(activities.scroll, shown)) {
    auto buttons = scroll_buttons("activities", activities.scroll, shown, look);
    if (is_crowded) {
      auto beside = column({{.block = buttons[0], .grow = 1, .gap_below_mm = gap},
                            {.block = buttons[1], .grow = 1}});
      body[1].block =
          row({{.block = body[1].block, .share = 1}, {.block = std::move(beside)}}, gap);
    } else {
      for (auto& button : buttons) foot.push_back({.block = std::move(button), .share = 1});
    }
  }
  body.push_back({.block = row(std::move(foot), gap)});
  return {space(), column(std::move(body))};
}

Composition landscape(ActivitiesScreen const& activities, core::Tools const& tools,
                      Look const& look) {
  auto const gap = gap_mm(look);
  auto const shown = shelf_of(look).cells.count();
  auto title = words("activities/title", activities.title, {.role = Role::Title});
  auto top = row({{.block = spans(activities, look), .share = 2},
                  {.block = likes(activities, LikesStyle::Words, look), .share = 1}},
                 gap);
  auto foot = tool_seats(tools, look);
  foot.insert(foot.begin(), {.block = back_chip("activities/back", activities.back, look)});
  if (has_scroll(activities.scroll, shown))
    for (auto& button : scroll_buttons("activities", activities.scroll, shown, look))
      foot.push_back({.block = std::move(button), .share = 1});
  auto body = list_storeys(activities, look);
  body.insert(body.begin(), {.block = std::move(top), .gap_below_mm = gap});
  body.push_back({.block = row(std::move(foot), look.small_gap_mm() + 1)});
  return {look.is_low() ? low_title(std::move(title)) : std::move(title), column(std::move(body))};
}

}  // namespace

Composition compose(ActivitiesScreen const& activities, core::Tools const& tools,
                    Look const& look) {
  if (!look.is_wide()) return portrait(activities, tools, look);
  return look.is_small() ? small_landscape(activities, tools, look)
                         : landscape(activities, tools, look);
}

}  // namespace inloop::ui
