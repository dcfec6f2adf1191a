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

BlockPointer step(std::string id, core::Phrase const& phrase, std::optional<TodayTap> const& tap,
                  ControlShape shape, ControlState state, Look const& look) {
  bool const is_main = shape == ControlShape::Main;
  auto const small_mm = is_main ? 8.5 : 4.0;
  return control({.id = std::move(id),
                  .phrase = phrase,
                  .action = action_of(tap),
                  .shape = shape,
                  .state = state_of(tap, state),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
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

// On small glass the whole row is the button: there is no width for another one in it.
BlockPointer small_session_row(SessionRow const& session, ControlState state, Look const& look) {
  auto const id = session_id(session);
  auto text = column({{.block = words(id + "/title", session.title, {.role = Role::Strong})},
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
                  .padding_mm = 1.5});
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
  std::vector<Storey> text{
      {.block = words(style.id + "/label", is_small ? steps.label_short : steps.label,
                      {.shade = Shade::Soft})},
      {.block = words(style.id + "/number", steps.number, {.role = number_role})}};
  if (steps.note && !is_small)
    text.push_back({.block = words(style.id + "/note", *steps.note, {.shade = Shade::Soft})});
  auto const main = style.has_main ? ControlShape::Main : ControlShape::Tile;
  std::vector<Seat> seats;
  if (!is_small && !is_tight(look) && !style.picture.empty())
    seats.push_back({.block = emoji(style.picture, look.picture_mm(22))});
  seats.push_back({.block = centred(column(std::move(text))), .share = 1});
  seats.push_back({.block = step(style.id + "/fewer", steps.fewer, steps.when_fewer,
                                 ControlShape::Tile, state, look)});
  seats.push_back(
      {.block = step(style.id + "/more", steps.more, steps.when_more, main, state, look)});
  return panel(style.has_main ? std::nullopt : std::optional(style.tint), is_small ? 1.5 : 6,
               row(std::move(seats), look.small_gap_mm() + (is_small ? 0 : 2)));
}

BlockPointer call_row(CallRow const& call, ControlState state, Look const& look) {
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
                         .role = look.is_small() ? Role::Body : Role::Strong,
                         .padding_mm = look.is_small() ? 2.5 : 8.0});
  std::vector<Storey> text{
      {.block = words(id, call.text, {.role = look.is_small() ? Role::Body : Role::Strong})}};
  if (!look.is_small())
    text.push_back({.block = words(id + "/since", call.since, {.shade = Shade::Soft})});
  std::vector<Seat> seats;
  if (!look.is_small()) seats.push_back({.block = emoji(call.picture, look.picture_mm(18))});
  seats.push_back({.block = centred(column(std::move(text))), .share = 1});
  seats.push_back({.block = std::move(answer)});
  return panel(Tint::Peach, look.is_small() ? 0.5 : 4,
               row(std::move(seats), look.small_gap_mm() + (look.is_small() ? 0 : 2)));
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
    bool const is_small = look.is_small();
    std::vector<Seat> first{
        {.block = words(id + "/label", tile.label, {.shade = Shade::Soft}), .share = 1}};
    if (!is_small || look.is_wide())
      first.push_back({.block = words(id + "/people", tile.people, {.role = Role::Strong})});
    auto inside = column({{.block = row(std::move(first), 1)},
                          {.block = words(id + "/opening", tile.opening,
                                          {.role = is_small ? Role::Body : Role::Strong})}});
    tiles.push_back(control({.id = id,
                             .phrase = {.shown = tile.label.shown,
                                        .spoken = tile.label.spoken + ": " + tile.opening.spoken},
                             .action = core::host::tapped(TodayTap{ShowDaypart{tile.daypart}}),
                             .state = state,
                             .tint = tile.is_odd    ? std::optional(Tint::Peach)
                                     : tile.is_open ? std::optional(Tint::Mint)
                                                    : std::nullopt,
                             .inside = centred(std::move(inside)),
                             .picture = NoPicture{},
                             .padding_mm = is_small ? 1.5 : 4.0}));
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
  return control({.id = "today/light",
                  .phrase = is_short ? today.light_short : today.light_text,
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
