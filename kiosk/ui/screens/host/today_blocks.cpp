#include "kiosk/ui/screens/host/today_blocks.h"

#include "kiosk/core/host/places.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using namespace core::host::shift;

constexpr char32_t sign_alert = 0xF026;
constexpr char32_t sign_stop = 0xF028;

ControlState state_of(std::optional<TodayTap> const& tap, ControlState state) {
  return tap ? state : ControlState::Disabled;
}

core::Action action_of(std::optional<TodayTap> const& tap) {
  return core::host::tapped(tap.value_or(TodayTap{}));
}

// A mere sign is too thin to be a word: it is a picture then.
Picture picture_of(core::Phrase const& phrase) {
  if (phrase.shown == "+") return IconPicture{sign::plus};
  if (phrase.shown == "−") return IconPicture{sign::minus};
  return NoPicture{};
}

BlockPointer step(std::string id, core::Phrase const& phrase, std::optional<TodayTap> const& tap,
                  ControlShape shape, ControlState state, Look const& look) {
  bool const is_main = shape == ControlShape::Main;
  auto const small_mm = is_main ? 7.4 : 3.5;
  auto picture = picture_of(phrase);
  bool const is_sign = !std::holds_alternative<NoPicture>(picture);
  return control({.id = std::move(id),
                  .phrase = {is_sign ? std::string() : phrase.shown, phrase.spoken},
                  .action = action_of(tap),
                  .shape = shape,
                  .state = state_of(tap, state),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = std::move(picture),
                  .picture_mm = look.is_small() ? 11.0 : 18.0,
                  .arrangement = Arrangement::Above,
                  .role = look.is_small() ? Role::Strong : Role::Title,
                  .padding_mm = look.is_small() ? small_mm
                                : is_main       ? 14.0
                                                : 9.0,
                  .least_mm = look.is_small() ? 0.0 : 34.0});
}

std::string session_id(SessionRow const& session) {
  return "today/session_" + std::to_string(session.session);
}

// Small glass has room for the answer; its picture says what is asked.
BlockPointer small_call_row(CallRow const& call, ControlState state, Look const& look) {
  return control({.id = "today/call_" + std::to_string(call.call) + "/answer",
                  .phrase = {.shown = call.answer.shown,
                             .spoken = call.text.spoken + " " + call.answer.spoken},
                  .action = core::host::tapped(TodayTap{GoToCaller{call.call}}),
                  .state = state,
                  .tint = Tint::Peach,
                  .inside = nullptr,
                  .picture = EmojiPicture{std::string(call.picture)},
                  .picture_mm = look.picture_mm(10),
                  .arrangement = Arrangement::Beside,
                  .role = Role::Body,
                  .padding_mm = 2});
}

std::string_view picture_of(core::Daypart daypart) {
  switch (daypart) {
    case core::Daypart::Morning:
      return "🌅";
    case core::Daypart::Afternoon:
      return "☀️";
    case core::Daypart::Evening:
      break;
  }
  return "🌙";
}

std::string_view picture_of_opening(DaypartTile const& tile) {
  if (tile.is_odd) return "❓";
  return tile.is_open ? "✅" : "💤";
}

// One line, where there is no height to give; large letters leave no room for words in it.
BlockPointer daypart_line(std::string const& id, DaypartTile const& tile, Look const& look) {
  std::vector<Seat> line{{.block = space(), .share = 1},
                         {.block = emoji(picture_of(tile.daypart), 9)}};
  if (look.is_wide() && (tile.is_open || tile.is_odd))
    line.push_back({.block = words(id + "/people", tile.people, {.role = Role::Strong})});
  if (look.is_wide() && !look.is_large() && look.density != Density::Bare)
    line.push_back({.block = words(id + "/opening", tile.opening_short, {})});
  else
    line.push_back({.block = emoji(picture_of_opening(tile), 7)});
  line.push_back({.block = space(), .share = 1});
  return row(std::move(line), 1.5);
}

BlockPointer daypart_words(std::string const& id, DaypartTile const& tile, Look const& look) {
  if (look.is_small() && (look.is_wide() || look.density == Density::Bare))
    return daypart_line(id, tile, look);
  std::vector<Seat> first{
      {.block = words(id + "/label", tile.label, {.shade = Shade::Soft}), .share = 1}};
  if (!look.is_small())
    first.push_back({.block = words(id + "/people", tile.people, {.role = Role::Strong})});
  auto const role = look.is_small() ? Role::Body : Role::Strong;
  return column(
      {{.block = row(std::move(first), 1)},
       {.block = words(id + "/opening", look.is_small() ? tile.opening_short : tile.opening,
                       {.role = role})}});
}

// On small glass the whole row is the button: there is no width for another one in it.
BlockPointer small_session_row(SessionRow const& session, ControlState state, Look const& look) {
  auto const id = session_id(session);
  bool const is_line = look.density == Density::Bare;
  auto text = is_line
                  ? words(id + "/line", session.line, {})
                  : column({{.block = words(id + "/title", session.title, {.role = Role::Strong})},
                            {.block = words(id + "/details", session.details_short, {})}});
  std::vector<Seat> seats;
  if (look.density == Density::Roomy) seats.push_back({.block = emoji(session.picture, 11)});
  seats.push_back({.block = centred(std::move(text)), .share = 1});
  return control({.id = id,
                  .phrase = session.title,
                  .action = core::host::tapped(TodayTap{ShowSession{session.session}}),
                  .state = session.can_count ? state : ControlState::Disabled,
                  .tint = session.is_counted ? std::optional(Tint::Mint) : std::nullopt,
                  .inside = row(std::move(seats), 2),
                  .picture = NoPicture{},
                  .padding_mm = 3});
}

}  // namespace

BlockPointer centred(BlockPointer block) {
  return column(
      {{.block = space(), .grow = 1}, {.block = std::move(block)}, {.block = space(), .grow = 1}});
}

BlockPointer steps_panel(Steps const& steps, StepsStyle const& style, ControlState state,
                         Look const& look) {
  bool const is_small = look.is_small();
  auto const number_role = style.has_main && !is_small ? Role::Number
                           : is_small                  ? Role::Strong
                                                       : Role::Title;
  auto number = words(style.id + "/number", steps.number, {.role = number_role});
  std::vector<Storey> text;
  // Large letters have no room for a word there.
  if (is_small && look.is_large())
    text.push_back(
        {.block = row(
             {{.block = emoji(style.picture, 10)}, {.block = std::move(number), .share = 1}}, 2)});
  else
    text = {{.block = words(style.id + "/label", is_small ? steps.label_short : steps.label,
                            {.shade = Shade::Soft})},
            {.block = std::move(number)}};
  if (steps.note && !is_small)
    text.push_back({.block = words(style.id + "/note", *steps.note, {.shade = Shade::Soft})});
  auto const main = style.has_main ? ControlShape::Main : ControlShape::Tile;
  std::vector<Seat> seats;
  if (!is_small && !is_tight(look) && !style.has_main)
    seats.push_back({.block = emoji(style.picture, look.picture_mm(22))});
  seats.push_back({.block = centred(column(std::move(text))), .share = 1});
  seats.push_back({.block = step(style.id + "/fewer", steps.fewer, steps.when_fewer,
                                 ControlShape::Tile, state, look)});
  seats.push_back(
      {.block = step(style.id + "/more", steps.more, steps.when_more, main, state, look)});
  return panel(style.has_main ? std::nullopt : std::optional(style.tint), is_small ? 0.5 : 6,
               row(std::move(seats), look.small_gap_mm() + (is_small ? 0 : 2)));
}

BlockPointer call_row(CallRow const& call, ControlState state, Look const& look) {
  if (look.is_small()) return small_call_row(call, state, look);
  auto const id = "today/call_" + std::to_string(call.call);
  auto answer = control({.id = id + "/answer",
                         .phrase = call.answer,
                         .action = core::host::tapped(TodayTap{GoToCaller{call.call}}),
                         .shape = ControlShape::Chip,
                         .state = state,
                         .choice = Choice::Chosen,
                         .tint = std::nullopt,
                         .inside = nullptr,
                         .picture = NoPicture{},
                         .role = Role::Strong,
                         .padding_mm = 8});
  auto text = column({{.block = words(id, call.text, {.role = Role::Strong})},
                      {.block = words(id + "/since", call.since, {.shade = Shade::Soft})}});
  return panel(Tint::Peach, 4,
               row({{.block = emoji(call.picture, look.picture_mm(18))},
                    {.block = centred(std::move(text)), .share = 1},
                    {.block = std::move(answer)}},
                   look.small_gap_mm() + 2));
}

BlockPointer session_row(SessionRow const& session, ControlState state, Look const& look) {
  if (look.is_small()) return small_session_row(session, state, look);
  auto const id = session_id(session);
  auto text = column({{.block = words(id + "/title", session.title, {.role = Role::Strong})},
                      {.block = words(id + "/details", session.details, {.shade = Shade::Soft})}});
  auto const has_sign = session.is_counted && !is_tight(look);
  auto who =
      control({.id = id,
               .phrase = session.who,
               .action = core::host::tapped(TodayTap{ShowSession{session.session}}),
               .shape = ControlShape::Chip,
               .state = session.can_count ? state : ControlState::Disabled,
               .tint = session.is_counted ? std::optional(Tint::Mint) : std::nullopt,
               .inside = nullptr,
               .picture = has_sign ? Picture(IconPicture{sign::check}) : Picture(NoPicture{}),
               .picture_mm = look.picture_mm(7),
               .arrangement = Arrangement::Beside,
               .role = Role::Body,
               .padding_mm = 4});
  std::vector<Seat> seats;
  if (!is_tight(look)) seats.push_back({.block = emoji(session.picture, look.picture_mm(15))});
  seats.push_back({.block = centred(std::move(text)), .share = 1});
  seats.push_back({.block = std::move(who)});
  return panel(std::nullopt, is_tight(look) ? 2 : 3, row(std::move(seats), 5));
}

BlockPointer daypart_tiles(OverviewScreen const& today, ControlState state, Look const& look) {
  Blocks tiles;
  for (auto const& tile : today.dayparts) {
    auto const id = "today/daypart_" + std::to_string(static_cast<int>(tile.daypart));
    tiles.push_back(control({.id = id,
                             .phrase = {.shown = tile.label.shown,
                                        .spoken = tile.label.spoken + ": " + tile.opening.spoken},
                             .action = core::host::tapped(TodayTap{ShowDaypart{tile.daypart}}),
                             .state = state,
                             .tint = tile.is_odd    ? std::optional(Tint::Peach)
                                     : tile.is_open ? std::optional(Tint::Mint)
                                                    : std::nullopt,
                             .inside = centred(daypart_words(id, tile, look)),
                             .picture = NoPicture{},
                             .padding_mm = look.is_small() ? 2.5 : 4.0}));
  }
  return equal_row(std::move(tiles), look.small_gap_mm());
}

char32_t sign_of(Light light) {
  switch (light) {
    case Light::Green:
      return sign::check;
    case Light::Orange:
      return sign_alert;
    case Light::Red:
      break;
  }
  return sign_stop;
}

Tint tint_of(Light light) {
  switch (light) {
    case Light::Green:
      return Tint::Mint;
    case Light::Orange:
      return Tint::Sand;
    case Light::Red:
      break;
  }
  return Tint::Peach;
}

BlockPointer light_tile(OverviewScreen const& today, ControlState state, Look const& look) {
  bool const is_short = look.is_small() || is_tight(look);
  auto phrase = is_short ? today.light_short : today.light_text;
  // Small wide glass with large letters has room for its sign alone.
  if (look.is_small() && look.is_wide() && look.is_large()) phrase.shown.clear();
  return control({.id = "today/light",
                  .phrase = std::move(phrase),
                  .action = core::host::tapped(TodayTap{ShowHouse{}}),
                  .state = state,
                  .tint = tint_of(today.light),
                  .inside = nullptr,
                  .picture = IconPicture{sign_of(today.light)},
                  .picture_mm = look.picture_mm(look.is_small() ? 7 : 10),
                  .arrangement = Arrangement::Beside,
                  .role = Role::Body,
                  .padding_mm = look.is_small() ? 1.5 : 4.0});
}

BlockPointer name_tile(core::Phrase const& phrase, Choice choice, ControlState state,
                       Look const& look) {
  return control({.id = "today/name_me",
                  .phrase = phrase,
                  .action = core::host::tapped(TodayTap{NameMe{}}),
                  .state = state,
                  .choice = choice,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = EmojiPicture{"👋🏽"},
                  .picture_mm = look.picture_mm(look.is_small() ? 8 : 12),
                  .arrangement = Arrangement::Beside,
                  .role = Role::Body,
                  .padding_mm = look.is_small() ? 1.5 : 4.0});
}

BlockPointer plan_chip(std::string id, core::Phrase const& phrase, ControlState state,
                       Look const& look) {
  using core::host::GoTo;
  using core::host::PlaceName;
  return control(
      {.id = std::move(id),
       .phrase = phrase,
       .action = core::host::tapped(GoTo{PlaceName::Programme}),
       .shape = ControlShape::Chip,
       .state = state,
       .tint = std::nullopt,
       .inside = nullptr,
       .picture = look.is_small() ? Picture(NoPicture{}) : Picture(EmojiPicture{"🗓️"}),
       .picture_mm = look.picture_mm(9),
       .arrangement = Arrangement::Beside,
       .role = Role::Body,
       .padding_mm = look.is_small() ? 2.0 : 5.0});
}

}  // namespace inloop::ui::host
