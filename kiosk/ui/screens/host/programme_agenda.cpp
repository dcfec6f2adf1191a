#include <algorithm>

#include "kiosk/core/host/places.h"
#include "kiosk/core/isolate.h"
#include "kiosk/ui/screens/host/host_screens.h"
#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using planning::AgendaDay;
using planning::AgendaTile;
using planning::AgendaView;
using planning::WeekView;

constexpr std::size_t days_in_week = 7;
constexpr double day_share = 0.19;  // of a row, for the name of its day

// Days stand beside one another where seven of them are wide enough.
bool has_columns(Look const& look) {
  return look.is_wide() && !look.is_small() && !(look.is_large() && is_tight(look));
}

// Small glass has room for a button a day, with what is on as pictures.
bool has_day_buttons(Look const& look) {
  return look.is_small();
}

struct WeekShape {
  std::size_t days = days_in_week;
  std::size_t tiles = 3;  // of a day
};

WeekShape shape_of(Look const& look) {
  auto const is_bare = look.density == Density::Bare;
  if (has_day_buttons(look)) return {};
  if (has_columns(look)) return {.tiles = is_tight(look) ? 3U : 5U};
  if (look.is_wide()) return {.days = 4, .tiles = 3};
  if (look.is_large()) return {.days = is_bare ? 3U : 4U, .tiles = 2};
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

// The picture and the time in one line, so that the title has the whole width below it.
BlockPointer inside_of(std::string const& id, AgendaTile const& tile, Look const& look) {
  auto const is_cancelled = tile.standing == core::Standing::Cancelled;
  auto picture =
      emoji(is_cancelled ? "⛔" : tile.picture, look.picture_mm(look.is_small() ? 7 : 10));
  auto time = words(id + "/time", tile.time, {.role = Role::Strong});
  std::vector<Seat> head;
  if (!(look.is_small() && is_tight(look))) head.push_back({.block = std::move(picture)});
  head.push_back({.block = std::move(time), .share = 1});
  bool const has_note = !tile.note.shown.empty() && !(look.is_small() && !look.is_wide());
  return column(
      {{.block = space(), .grow = 1},
       {.block = row(std::move(head), 2)},
       {.block = words(id + "/title", tile.title, {.role = Role::Body})},
       {.block = has_note ? words(id + "/note", tile.note, {.shade = Shade::Soft}) : space()},
       {.block = space(), .grow = 1}});
}

BlockPointer tile_block(AgendaTile const& tile, ControlState state, Look const& look) {
  auto id = "programme/session_" + std::to_string(tile.session);
  auto inside = inside_of(id, tile, look);
  return control({.id = std::move(id),
                  .phrase = phrase_of(tile),
                  .action = tapped(core::host::ProgrammeTap{planning::OpenSession{tile.session}}),
                  .state = state,
                  .tint = is_off(tile.standing) ? std::nullopt : tint_of(tile.kind),
                  .inside = std::move(inside),
                  .picture = NoPicture{},
                  .padding_mm = look.is_small() ? 1.5 : 2.5});
}

core::Phrase phrase_of(AgendaDay const& day) {
  core::Phrase phrase = day.name;
  if (!day.note.spoken.empty()) phrase.spoken += ", " + day.note.spoken;
  return phrase;
}

// Above its column, where its name alone has to be enough.
BlockPointer day_chip(AgendaDay const& day, std::string id, ControlState state, Look const& look) {
  return control({.id = std::move(id),
                  .phrase = phrase_of(day),
                  .action = tapped(core::host::ProgrammeTap{planning::ShowDay{day.date}}),
                  .shape = ControlShape::Chip,
                  .state = state,
                  .choice = chosen_if(day.is_today),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = day.is_holiday ? Picture(EmojiPicture{"🎉"}) : Picture(NoPicture{}),
                  .picture_mm = look.picture_mm(8),
                  .arrangement = Arrangement::Beside,
                  .role = Role::Strong,
                  .padding_mm = 1});
}

// Before its row.
BlockPointer day_tile(AgendaDay const& day, std::string id, ControlState state, Look const& look) {
  std::vector<Storey> text{{.block = space(), .grow = 1}};
  text.push_back(
      {.block = words(id + "/name", day.name, {.role = Role::Strong, .align = Align::Centre})});
  if (!day.note.shown.empty() && !is_tight(look))
    text.push_back({.block = words(id + "/note", day.note, {.align = Align::Centre})});
  text.push_back({.block = space(), .grow = 1});
  auto const tint = day.is_today     ? std::optional(Tint::Mint)
                    : day.is_holiday ? std::optional(Tint::Sand)
                                     : std::nullopt;
  return control({.id = std::move(id),
                  .phrase = phrase_of(day),
                  .action = tapped(core::host::ProgrammeTap{planning::ShowDay{day.date}}),
                  .state = state,
                  .tint = tint,
                  .inside = column(std::move(text)),
                  .picture = NoPicture{},
                  .padding_mm = look.is_small() ? 1.0 : 2.0});
}

// The tiles of a day; what does not fit stands on the day's own page.
Blocks day_tiles(AgendaDay const& day, std::size_t most, ControlState state, Look const& look) {
  Blocks blocks;
  bool const all_fit = day.tiles.size() <= most;
  auto const shown = all_fit ? day.tiles.size() : most - 1;
  for (std::size_t i = 0; i < shown; ++i) blocks.push_back(tile_block(day.tiles[i], state, look));
  if (!all_fit)
    blocks.push_back(
        control({.id = "programme/more_" + std::to_string(unsigned{day.date.day()}),
                 .phrase = {.shown = core::isolated("+" + std::to_string(day.tiles.size() - shown)),
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
  Blocks columns;
  for (std::size_t i = 0; i < days_in_week; ++i) {
    auto const& day = week.days[i];
    std::vector<Storey> storeys{
        {.block = day_chip(day, day_id(i), state, look), .gap_below_mm = gap}};
    auto tiles = day_tiles(day, shape.tiles, state, look);
    for (auto& tile : tiles)
      storeys.push_back({.block = std::move(tile), .grow = 1, .most_mm = 60, .gap_below_mm = gap});
    storeys.push_back({.block = space(), .grow = tiles.empty() ? 1.0 : 0.01});
    columns.push_back(column(std::move(storeys)));
  }
  return equal_row(std::move(columns), gap);
}

// A button for the whole day: its name, and what is on as pictures.
BlockPointer day_button(AgendaDay const& day, std::string const& id, ControlState state,
                        Look const& look) {
  constexpr std::size_t most_pictures = 6;
  constexpr double picture_mm = 8;
  auto phrase = phrase_of(day);
  Blocks pictures;
  for (auto const& tile : day.tiles) {
    phrase.spoken += ", " + tile.time.spoken + ": " + tile.title.spoken;
    if (pictures.size() == most_pictures) continue;
    auto const is_cancelled = tile.standing == core::Standing::Cancelled;
    pictures.push_back(emoji(is_cancelled ? "⛔" : tile.picture, picture_mm));
  }
  // The narrow buttons of a row of seven say the day above its number, all of them alike.
  auto shown = day.name.shown;
  if (look.is_wide()) std::ranges::replace(shown, ' ', '\n');
  auto name = words(id + "/name", {std::move(shown), day.name.spoken}, {.align = Align::Centre});
  bool const has_pictures = !pictures.empty() && look.density != Density::Bare;
  std::vector<Storey> storeys{{.block = space(), .grow = look.is_wide() ? 0.01 : 1.0}};
  if (look.is_wide()) {
    storeys.push_back({.block = std::move(name), .gap_below_mm = 1});
    if (!pictures.empty()) storeys.push_back({.block = flow(std::move(pictures), 1)});
  } else if (has_pictures) {
    storeys.push_back({.block = row({{.block = std::move(name), .share = 1},
                                     {.block = flow(std::move(pictures), 1), .share = 1.2}},
                                    1)});
  } else {
    storeys.push_back({.block = std::move(name)});
  }
  storeys.push_back({.block = space(), .grow = 1});
  return control({.id = id,
                  .phrase = std::move(phrase),
                  .action = tapped(core::host::ProgrammeTap{planning::ShowDay{day.date}}),
                  .state = state,
                  .tint = day.is_today     ? std::optional(Tint::Mint)
                          : day.is_holiday ? std::optional(Tint::Sand)
                                           : std::nullopt,
                  .inside = column(std::move(storeys)),
                  .picture = NoPicture{},
                  .padding_mm = look.is_wide() ? 0.2 : 1.5});
}

BlockPointer week_buttons(WeekView const& week, ControlState state, Look const& look) {
  Blocks days;
  for (std::size_t i = 0; i < days_in_week; ++i)
    days.push_back(day_button(week.days[i], day_id(i), state, look));
  auto const columns = look.is_wide() ? days_in_week : look.density == Density::Bare ? 3U : 2U;
  auto const rows = (days_in_week + columns - 1) / columns;
  return even_grid(std::move(days), {.columns = columns, .rows = rows}, look.small_gap_mm());
}

std::size_t first_day(WeekView const& week, std::size_t shown) {
  auto const first = static_cast<std::size_t>(std::max(week.scroll.first, 0));
  return std::min(first, days_in_week - shown);
}

BlockPointer week_rows(WeekView const& week, ControlState state, Look const& look) {
  auto const shape = shape_of(look);
  auto const gap = look.small_gap_mm();
  Blocks rows;
  auto const first = first_day(week, shape.days);
  for (std::size_t i = first; i < first + shape.days; ++i) {
    auto const& day = week.days[i];
    auto line = even_grid(day_tiles(day, shape.tiles, state, look),
                          {.columns = shape.tiles, .rows = 1}, gap);
    rows.push_back(row({{.block = day_tile(day, day_id(i), state, look), .share = day_share},
                        {.block = std::move(line), .share = 1 - day_share}},
                       gap));
  }
  return even_grid(std::move(rows), {.columns = 1, .rows = shape.days}, gap);
}

BlockPointer week_block(WeekView const& week, ControlState state, Look const& look) {
  if (has_day_buttons(look)) return week_buttons(week, state, look);
  return has_columns(look) ? week_columns(week, state, look) : week_rows(week, state, look);
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
  std::vector<Seat> seats{{.block = programme_tool("programme/previous", agenda.previous, state,
                                                   IconPicture{left}, look)}};
  if (!is_title_free(look)) seats.push_back({.block = title_block(agenda, look), .share = 1});
  seats.push_back(
      {.block = programme_tool("programme/next", agenda.next, state, IconPicture{right}, look)});
  return seats;
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
  auto const has_words = !look.is_small() && !look.is_large();
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
  auto view = week == nullptr
                  ? programme_month(std::get<planning::MonthView>(agenda.view), state, look)
                  : week_block(*week, state, look);
  auto nav = arrows(agenda, state, look);
  auto others = actions(agenda, state, look);
  auto add = add_button(agenda, state, look);
  if (look.is_wide()) {
    for (auto& seat : others) nav.push_back(std::move(seat));
    nav.push_back({.block = std::move(add), .share = is_title_free(look) ? 1.0 : 0.0});
    return column({{.block = row(std::move(nav), look.small_gap_mm()), .gap_below_mm = gap},
                   {.block = std::move(view), .grow = 1}});
  }
  others.push_back({.block = std::move(add), .share = 1});
  return column({{.block = row(std::move(nav), look.small_gap_mm()), .gap_below_mm = gap},
                 {.block = std::move(view), .grow = 100, .gap_below_mm = gap},
                 {.block = row(std::move(others), look.small_gap_mm())}});
}

}  // namespace inloop::ui::host
