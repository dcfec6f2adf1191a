#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using planning::AgendaDay;
using planning::AgendaTile;
using planning::AgendaView;
using planning::MonthView;
using planning::WeekView;

constexpr std::size_t days_in_week = 7;
constexpr double day_share = 0.24;  // of a row, for the name of its day

// Days stand beside one another where seven of them are wide enough.
bool has_columns(Look const& look) {
  return look.is_wide() && !(look.is_large() && look.density >= Density::Tight) &&
         !(look.is_small() && look.is_large());
}

struct WeekShape {
  std::size_t days = days_in_week;
  std::size_t tiles = 3;  // of a day
};

WeekShape shape_of(Look const& look) {
  auto const is_bare = look.density == Density::Bare;
  if (has_columns(look)) {
    if (look.is_small()) return {.tiles = is_bare ? 1U : 2U};
    return {.tiles = is_tight(look) ? 3U : 5U};
  }
  if (look.is_wide())
    return {.days = look.is_small() ? (is_tight(look) ? 2U : 3U) : 4U, .tiles = 3};
  if (look.is_small())
    return {.days = is_bare ? 3U : is_tight(look) ? 4U : 5U, .tiles = is_tight(look) ? 1U : 2U};
  if (look.is_large()) return {.days = is_bare ? 4U : 5U, .tiles = 2};
  return {.days = days_in_week, .tiles = 3};
}

bool is_off(core::Standing standing) {
  return standing == core::Standing::Cancelled || standing == core::Standing::Over;
}

core::Phrase phrase_of(AgendaTile const& tile) {
  core::Phrase phrase{.shown = tile.title.shown,
                      .spoken = tile.title.spoken + ", " + tile.time.spoken};
  if (!tile.note.spoken.empty()) phrase.spoken += ", " + tile.note.spoken;
  return phrase;
}

enum class TileSize { Narrow, Wide, High };

BlockPointer inside_of(std::string const& id, AgendaTile const& tile, TileSize size,
                       Look const& look) {
  auto const is_cancelled = tile.standing == core::Standing::Cancelled;
  auto const picture_mm = look.picture_mm(look.is_small() ? 8 : 14);
  auto picture = emoji(is_cancelled ? "⛔" : tile.picture, picture_mm);
  auto time = words(id + "/time", tile.time, {.role = Role::Strong, .align = Align::Centre});
  if (size == TileSize::Narrow)
    return column({{.block = space(), .grow = 1},
                   {.block = std::move(picture)},
                   {.block = std::move(time)},
                   {.block = space(), .grow = 1}});
  auto title = words(id + "/title", tile.title, {.role = Role::Body});
  auto note = tile.note.shown.empty() ? space() : words(id + "/note", tile.note, {});
  if (size == TileSize::High)
    return column(
        {{.block = row({{.block = std::move(picture)}, {.block = std::move(time), .share = 1}},
                       look.small_gap_mm())},
         {.block = space(), .grow = 1},
         {.block = std::move(title)},
         {.block = std::move(note)},
         {.block = space(), .grow = 1}});
  auto head = column({{.block = space(), .grow = 1},
                      {.block = words(id + "/time", tile.time, {.role = Role::Strong})},
                      {.block = std::move(title)},
                      {.block = look.is_small() ? space() : std::move(note)},
                      {.block = space(), .grow = 1}});
  std::vector<Seat> seats;
  if (!(look.is_small() && is_tight(look))) seats.push_back({.block = std::move(picture)});
  seats.push_back({.block = std::move(head), .share = 1});
  return row(std::move(seats), 2);
}

BlockPointer tile_block(AgendaTile const& tile, TileSize size, ControlState state,
                        Look const& look) {
  auto id = "programme/session_" + std::to_string(tile.session);
  auto inside = inside_of(id, tile, size, look);
  return control({.id = std::move(id),
                  .phrase = phrase_of(tile),
                  .action = tapped(core::host::ProgrammeTap{planning::OpenSession{tile.session}}),
                  .state = state,
                  .tint = is_off(tile.standing) ? std::nullopt : tint_of(tile.kind),
                  .inside = std::move(inside),
                  .picture = NoPicture{},
                  .padding_mm = size == TileSize::Narrow ? 0.5
                                : look.is_small()        ? 1.5
                                                         : 3.0});
}

BlockPointer day_button(AgendaDay const& day, std::string id, core::Phrase const& phrase,
                        ControlState state, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = phrase,
                  .action = tapped(core::host::ProgrammeTap{planning::ShowDay{day.date}}),
                  .shape = ControlShape::Chip,
                  .state = state,
                  .choice = chosen_if(day.is_today),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  // A public holiday is seen where there is room for it.
                  .picture = day.is_holiday && !look.is_small() ? Picture(EmojiPicture{"🎉"})
                                                                : Picture(NoPicture{}),
                  .picture_mm = look.picture_mm(8),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = 1});
}

// The tiles of a day; what does not fit stands on the day's own page.
Blocks day_tiles(AgendaDay const& day, std::size_t most, TileSize size, ControlState state,
                 Look const& look) {
  Blocks blocks;
  bool const all_fit = day.tiles.size() <= most;
  auto const shown = all_fit ? day.tiles.size() : most - 1;
  for (std::size_t i = 0; i < shown; ++i)
    blocks.push_back(tile_block(day.tiles[i], size, state, look));
  if (!all_fit)
    blocks.push_back(
        control({.id = "programme/more_" + day.name.shown,
                 .phrase = {.shown = "+" + std::to_string(day.tiles.size() - shown),
                            .spoken = day.more.spoken + ", " + day.name.spoken},
                 .action = tapped(core::host::ProgrammeTap{planning::ShowDay{day.date}}),
                 .state = state,
                 .tint = std::nullopt,
                 .inside = nullptr,
                 .picture = NoPicture{},
                 .padding_mm = 1}));
  return blocks;
}

std::string day_id(std::size_t index) {
  return "programme/day_" + std::to_string(index + 1);
}

BlockPointer week_columns(WeekView const& week, ControlState state, Look const& look) {
  auto const shape = shape_of(look);
  auto const gap = look.small_gap_mm();
  auto const size = look.is_small() ? TileSize::Narrow : TileSize::High;
  Blocks columns;
  for (std::size_t i = 0; i < days_in_week; ++i) {
    auto const& day = week.days[i];
    std::vector<Storey> storeys{
        {.block = day_button(day, day_id(i), day.name, state, look), .gap_below_mm = gap}};
    auto tiles = day_tiles(day, shape.tiles, size, state, look);
    for (auto& tile : tiles)
      storeys.push_back({.block = std::move(tile), .grow = 1, .most_mm = 60, .gap_below_mm = gap});
    storeys.push_back({.block = space(), .grow = tiles.empty() ? 1.0 : 0.01});
    columns.push_back(column(std::move(storeys)));
  }
  return equal_row(std::move(columns), gap);
}

std::size_t first_day(WeekView const& week, std::size_t shown) {
  auto const first = static_cast<std::size_t>(std::max(week.scroll.first, 0));
  return std::min(first, days_in_week - shown);
}

BlockPointer week_rows(WeekView const& week, ControlState state, Look const& look) {
  auto const shape = shape_of(look);
  auto const gap = look.small_gap_mm();
  std::vector<Storey> rows;
  auto const first = first_day(week, shape.days);
  for (std::size_t i = first; i < first + shape.days; ++i) {
    auto const& day = week.days[i];
    Blocks tiles = day_tiles(day, shape.tiles, TileSize::Wide, state, look);
    auto line = even_grid(std::move(tiles), {.columns = shape.tiles, .rows = 1}, gap);
    rows.push_back({.block = row({{.block = day_button(day, day_id(i), day.name, state, look),
                                   .share = day_share},
                                  {.block = std::move(line), .share = 1 - day_share}},
                                 gap),
                    .grow = 1,
                    .most_mm = 50,
                    .gap_below_mm = gap});
  }
  return column(std::move(rows));
}

BlockPointer month_day(std::string const& id, planning::MonthDay const& day, Look const& look) {
  auto const most = look.is_small() ? 2U : 4U;
  auto const picture_mm = look.picture_mm(look.is_small() ? 5 : 9);
  auto number = words(id, {.shown = day.number, .spoken = day.number},
                      {.role = day.is_today ? Role::Strong : Role::Body,
                       .shade = day.is_in_month ? Shade::Strong : Shade::Soft,
                       .align = Align::Centre});
  if (day.is_today) number = panel(Tint::Mint, 0.5, std::move(number));
  std::vector<Storey> storeys{{.block = std::move(number)}};
  Blocks pictures;
  for (std::size_t i = 0; i < std::min<std::size_t>(day.pictures.size(), most); ++i)
    pictures.push_back(emoji(day.pictures[i], picture_mm));
  if (!pictures.empty() && look.density != Density::Bare)
    storeys.push_back({.block = flow(std::move(pictures), 1)});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

BlockPointer month_block(MonthView const& month, ControlState state, Look const& look) {
  Blocks weeks;
  for (std::size_t i = 0; i < month.weeks.size(); ++i) {
    auto const& week = month.weeks[i];
    auto const id = "programme/week_" + std::to_string(i + 1);
    Blocks days;
    for (std::size_t day = 0; day < days_in_week; ++day)
      days.push_back(month_day(id + "/day_" + std::to_string(day + 1), week.days[day], look));
    weeks.push_back(control({.id = id,
                             .phrase = week.phrase,
                             .action = tapped(week.tap),
                             .state = state,
                             .tint = std::nullopt,
                             .inside = equal_row(std::move(days), 1),
                             .picture = NoPicture{},
                             .padding_mm = look.is_small() ? 1.5 : 3.0}));
  }
  bool const is_folded = look.is_wide() && look.is_small();
  auto const columns = is_folded ? 2U : 1U;
  auto const rows = (weeks.size() + columns - 1) / columns;
  return even_grid(std::move(weeks), {.columns = columns, .rows = rows}, look.small_gap_mm());
}

BlockPointer title_block(AgendaView const& agenda, Look const& look) {
  std::vector<Storey> storeys{{.block = space(), .grow = 1}};
  storeys.push_back({.block = words("programme/title", agenda.title,
                                    {.role = look.is_small() ? Role::Strong : Role::Heading,
                                     .align = Align::Centre})});
  if (!look.is_small())
    storeys.push_back({.block = words("programme/summary", agenda.summary,
                                      {.shade = Shade::Soft, .align = Align::Centre})});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

std::vector<Seat> arrows(AgendaView const& agenda, ControlState state, Look const& look) {
  auto const left = look.is_mirrored() ? sign::to_right : sign::to_left;
  auto const right = look.is_mirrored() ? sign::to_left : sign::to_right;
  return {
      {.block =
           programme_tool("programme/previous", agenda.previous, state, IconPicture{left}, look)},
      {.block = title_block(agenda, look), .share = 1},
      {.block = programme_tool("programme/next", agenda.next, state, IconPicture{right}, look)}};
}

BlockPointer add_button(AgendaView const& agenda, ControlState state, Look const& look) {
  return control({.id = "programme/new",
                  .phrase = agenda.add.phrase,
                  .action = tapped(agenda.add.tap),
                  .shape = ControlShape::Main,
                  .state = state,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : IconPicture{sign::plus},
                  .picture_mm = look.picture_mm(look.is_small() ? 8 : 14),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Strong : Role::Title});
}

// The other ways to look, and what is new.
std::vector<Seat> actions(AgendaView const& agenda, ControlState state, Look const& look) {
  std::vector<Seat> seats;
  auto const shape = shape_of(look);
  auto const* const week = std::get_if<WeekView>(&agenda.view);
  if (week != nullptr && shape.days < days_in_week) {
    auto const first = static_cast<int>(first_day(*week, shape.days));
    auto const step = static_cast<int>(shape.days);
    auto const most = static_cast<int>(days_in_week) - step;
    auto const scroll = [&](std::string id, core::Phrase const& phrase, int to, char32_t sign) {
      seats.push_back({.block = control({.id = std::move(id),
                                         .phrase = {.shown = {}, .spoken = phrase.spoken},
                                         .action = core::TapScroll{std::clamp(to, 0, most)},
                                         .shape = ControlShape::Chip,
                                         .state = to == std::clamp(to, 1 - step, most + step - 1)
                                                      ? state
                                                      : ControlState::Disabled,
                                         .tint = std::nullopt,
                                         .inside = nullptr,
                                         .picture = IconPicture{sign},
                                         .picture_mm = look.picture_mm(8),
                                         .padding_mm = 2})});
    };
    scroll("programme/up", week->scroll.up, first - step, sign::up);
    scroll("programme/more", week->scroll.more, first + step, sign::down);
  }
  auto const has_words = !look.is_small();
  auto const chip = [&](std::string id, planning::ProgrammeButton const& button,
                        std::string_view picture) {
    EmojiPicture sign{std::string(picture)};
    seats.push_back({.block = has_words
                                  ? programme_chip(std::move(id), button, state, sign, look)
                                  : programme_tool(std::move(id), button, state, sign, look)});
  };
  chip("programme/files", agenda.files, "🖼️");
  chip("programme/span", agenda.span, week != nullptr ? "🗓️" : "🔍");
  return seats;
}

}  // namespace

BlockPointer programme_block(AgendaView const& agenda, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto const* const week = std::get_if<WeekView>(&agenda.view);
  auto view = week == nullptr     ? month_block(std::get<MonthView>(agenda.view), state, look)
              : has_columns(look) ? week_columns(*week, state, look)
                                  : week_rows(*week, state, look);
  auto nav = arrows(agenda, state, look);
  auto others = actions(agenda, state, look);
  auto add = add_button(agenda, state, look);
  if (look.is_wide()) {
    for (auto& seat : others) nav.push_back(std::move(seat));
    nav.push_back({.block = std::move(add)});
    return column({{.block = row(std::move(nav), look.small_gap_mm()), .gap_below_mm = gap},
                   {.block = std::move(view), .grow = 1}});
  }
  others.push_back({.block = std::move(add), .share = 1});
  return column({{.block = row(std::move(nav), look.small_gap_mm()), .gap_below_mm = gap},
                 {.block = std::move(view), .grow = 100, .gap_below_mm = gap},
                 {.block = row(std::move(others), look.small_gap_mm())}});
}

}  // namespace inloop::ui::host
