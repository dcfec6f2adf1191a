#include "kiosk/ui/screens/session_blocks.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/pill.h"

namespace inloop::ui {
namespace {

using core::Standing;

bool is_off(Standing standing) {
  return standing == Standing::Cancelled || standing == Standing::Over;
}

bool is_loud(Standing standing) {
  return is_off(standing) || standing == Standing::Full || standing == Standing::Crowded;
}

char32_t sign_of(Standing standing) {
  switch (standing) {
    case Standing::Full:
      return sign::hourglass;
    case Standing::Crowded:
      return sign::no_more;
    case Standing::Started:
      return sign::running;
    case Standing::Over:
      return sign::check;
    case Standing::Cancelled:
      return sign::cancelled;
    case Standing::Welcome:
    case Standing::HasPlaces:
    case Standing::Anonymous:
      return 0;
  }
  return 0;
}

// All of it in one sentence.
core::Phrase phrase_of(core::SessionTile const& tile) {
  return {.shown = tile.title.shown,
          .spoken = tile.title.spoken + ", " + tile.when.spoken + ", " + tile.places.spoken + "."};
}

// What does not take place has no tint.
std::optional<Tint> ground_of(core::SessionTile const& tile) {
  return is_off(tile.standing) ? std::nullopt : tint_of(tile.kind);
}

BlockPointer title_and_when(std::string const& id, core::Phrase const& title,
                            core::Phrase const& when, Role title_role, Role when_role) {
  return column({{.block = words(id + "/title", title, {.role = title_role})},
                 {.block = words(id + "/when", when, {.role = when_role})}});
}

BlockPointer pill_of(std::string const& id, core::SessionTile const& tile,
                     std::optional<Tint> tint) {
  return standing_pill(id + "/places", tile.places, tile.standing, tint, Role::Body);
}

// In a column, so that the words keep together however high the card is.
BlockPointer centred(BlockPointer block) {
  return column(
      {{.block = space(), .grow = 1}, {.block = std::move(block)}, {.block = space(), .grow = 1}});
}

double tile_padding_mm(Look const& look) {
  return look.is_small() ? (is_tight(look) ? 2.5 : 3.5) : 6;
}

// Up and more, in no size yet.
std::array<Control, 2> scroll_controls(std::string const& screen, core::Scroll const& scroll,
                                       std::size_t shown) {
  auto const step = static_cast<int>(shown);
  auto const button = [&](std::string const& id, core::Phrase const& phrase, int first,
                          char32_t icon) {
    auto const can_move = first >= 0 && first < scroll.total && first != scroll.first;
    return Control{.id = screen + id,
                   .phrase = phrase,
                   .action = core::TapScroll{first},
                   .shape = ControlShape::Chip,
                   .state = can_move ? ControlState::Ready : ControlState::Disabled,
                   .tint = std::nullopt,
                   .inside = nullptr,
                   .picture = IconPicture{icon}};
  };
  return {button("/up", scroll.up, std::max(0, scroll.first - step), sign::up),
          button("/more", scroll.more, scroll.first + step, sign::down)};
}

}  // namespace

std::optional<Tint> tint_of(core::ActivityKind kind) {
  switch (kind) {
    case core::ActivityKind::Meeting:
      return Tint::Sand;
    case core::ActivityKind::Moving:
      return Tint::Lilac;
    case core::ActivityKind::Cooking:
      return Tint::Peach;
    case core::ActivityKind::Learning:
      return Tint::Sky;
    case core::ActivityKind::Making:
      return Tint::Rose;
    case core::ActivityKind::Helping:
      return Tint::Mint;
    case core::ActivityKind::Advice:
      return std::nullopt;
  }
  return std::nullopt;
}

BlockPointer standing_pill(std::string id, core::Phrase const& phrase, Standing standing,
                           std::optional<Tint> tint, Role role) {
  return pill({.id = std::move(id),
               .phrase = phrase,
               .tone = is_loud(standing) ? PillTone::Loud : PillTone::Quiet,
               .tint = tint,
               .sign = sign_of(standing),
               .role = role});
}

BlockPointer session_tile(std::string id, core::SessionTile const& tile, Look const& look) {
  auto const picture_mm = look.picture_mm(look.is_small() ? (is_tight(look) ? 13 : 17)
                                          : look.density == Density::Roomy ? 30
                                                                           : 20);
  auto const clock_mm = picture_mm * 0.72;
  auto inside =
      column({{.block = row({{.block = emoji(tile.picture, picture_mm)},
                             {.block = space(), .share = 1},
                             {.block = clock_picture(tile.start_minute, clock_mm)}},
                            0),
               .gap_below_mm = 1},
              {.block = space(), .grow = 1},
              {.block = title_and_when(id, tile.title, tile.when,
                                       look.is_small() ? Role::Strong : Role::Heading, Role::Body),
               .gap_below_mm = 1},
              {.block = pill_of(id, tile, std::nullopt)}});
  return control({.id = std::move(id),
                  .phrase = phrase_of(tile),
                  .action = core::TapSession{tile.session},
                  .tint = ground_of(tile),
                  .inside = std::move(inside),
                  .padding_mm = tile_padding_mm(look)});
}

BlockPointer session_card(std::string id, core::SessionTile const& tile, CardLength length,
                          ControlState state, Look const& look) {
  auto const is_narrow = look.is_small() || look.is_large();
  auto const picture_mm = look.picture_mm(look.is_small() ? (is_tight(look) ? 13 : 18) : 22);
  auto text = title_and_when(id, tile.title, tile.when, Role::Strong, Role::Body);
  std::vector<Seat> seats;
  if (look.density != Density::Bare || !look.is_small())
    seats.push_back({.block = emoji(tile.picture, picture_mm)});
  if (length == CardLength::Short) {
    seats.push_back({.block = centred(std::move(text)), .share = 1});
  } else if (is_narrow) {
    text = column({{.block = std::move(text), .gap_below_mm = 1},
                   {.block = pill_of(id, tile, std::nullopt)}});
    seats.push_back({.block = centred(std::move(text)), .share = 1});
  } else {
    seats.push_back({.block = centred(std::move(text)), .share = 1});
    seats.push_back({.block = pill_of(id, tile, std::nullopt)});
  }
  if (!is_tight(look))
    seats.push_back({.block = clock_picture(tile.start_minute, picture_mm * 0.8)});
  return control({.id = std::move(id),
                  .phrase = phrase_of(tile),
                  .action = core::TapSession{tile.session},
                  .state = state,
                  .tint = ground_of(tile),
                  .inside = row(std::move(seats), look.small_gap_mm() + 1),
                  .padding_mm = look.is_small() ? 2.5 : 4.5});
}

BlockPointer session_heading(std::string const& screen, core::SessionHeading const& heading,
                             HeadingSize size, Look const& look) {
  if (heading.title.shown.empty()) return space();  // it went from the agenda meanwhile
  auto const is_big =
      size == HeadingSize::Large && !is_tight(look) && !(look.is_small() && look.is_wide());
  auto const small_mm = is_big ? 22.0 : 15.0;
  auto const picture_mm = look.picture_mm(look.is_small() ? small_mm : is_big ? 40 : 26);
  auto text = title_and_when(screen + "/session", heading.title, heading.when,
                             is_big ? Role::Title : Role::Strong,
                             is_big && !look.is_small() ? Role::Lead : Role::Body);
  std::vector<Seat> seats;
  if (look.density != Density::Bare) seats.push_back({.block = emoji(heading.picture, picture_mm)});
  seats.push_back({.block = centred(std::move(text)), .share = 1});
  if (!is_tight(look))
    seats.push_back({.block = clock_picture(heading.start_minute, picture_mm * 0.85)});
  auto const padding = look.is_small() ? (is_tight(look) ? 1.5 : 3.0) : is_big ? 9.0 : 5.0;
  return panel(tint_of(heading.kind), padding,
               row(std::move(seats), is_big ? look.normal_gap_mm() : look.small_gap_mm() + 1));
}

bool has_scroll(core::Scroll const& scroll, std::size_t shown) {
  return scroll.first > 0 || scroll.total > static_cast<int>(shown);
}

Blocks scroll_buttons(std::string const& screen, core::Scroll const& scroll, std::size_t shown,
                      Look const& look) {
  auto const is_narrow = look.is_small() && look.is_wide();
  Blocks blocks;
  for (auto& one : scroll_controls(screen, scroll, shown)) {
    one.picture_mm = look.picture_mm(look.is_small() ? 8 : 9);
    one.arrangement = is_narrow ? Arrangement::Above : Arrangement::Beside;
    one.role = look.is_small() ? Role::Body : Role::Strong;
    one.padding_mm = look.is_small() ? 1.5 : 4.0;
    blocks.push_back(control(std::move(one)));
  }
  return blocks;
}

Blocks scroll_signs(std::string const& screen, core::Scroll const& scroll, std::size_t shown,
                    Look const& look) {
  if (!look.is_small()) return scroll_buttons(screen, scroll, shown, look);
  Blocks blocks;
  for (auto& one : scroll_controls(screen, scroll, shown)) {
    one.phrase.shown.clear();
    one.picture_mm = look.picture_mm(9);
    one.padding_mm = 2;
    blocks.push_back(control(std::move(one)));
  }
  return blocks;
}

BlockPointer token_control(TokenControl token, Look const& look) {
  auto const small_mm = look.density == Density::Bare ? 11.0 : is_tight(look) ? 17.0 : 21.0;
  auto const large_mm = look.picture_mm(is_tight(look) ? 28 : 40);
  TokenPicture picture{.emoji = std::string(token.tile.picture), .colour = token.tile.token.colour};
  return control({.id = std::move(token.id),
                  .phrase = token.tile.label,
                  .action = std::move(token.action),
                  .state = token.state,
                  .choice = chosen_if(token.tile.is_chosen),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = token.has_picture ? Picture(std::move(picture)) : Picture(NoPicture{}),
                  .picture_mm = look.is_small() ? small_mm : large_mm,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 1.5 : 4.0});
}

BlockPointer fact(std::string id, core::KnowledgePoint const& point, Look const& look) {
  auto text = words(std::move(id), point.text, {.role = look.is_small() ? Role::Body : Role::Lead});
  if (look.density == Density::Bare) return text;
  return row({{.block = emoji(point.picture, look.picture_mm(look.is_small() ? 9 : 15))},
              {.block = std::move(text), .share = 1}},
             look.small_gap_mm() + 1);
}

BlockPointer back_row(BlockPointer back, BlockPointer aside) {
  std::vector<Seat> seats{{.block = std::move(back)}, {.block = space(), .share = 1}};
  if (aside) seats.push_back({.block = std::move(aside)});
  return row(std::move(seats), 0);
}

}  // namespace inloop::ui
