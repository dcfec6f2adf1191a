#include "kiosk/ui/screens/home_blocks.h"

#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::home {
namespace {

using core::HomeScreen;

ControlState while_checking_in(HomeScreen const& home) {
  return waiting_if(home.is_checking_in);
}

struct TileStyle {
  std::string id;
  std::string picture;
  Tint tint;
};

BlockPointer tile(core::Phrase const& phrase, core::Action action, TileStyle const& style,
                  HomeScreen const& home, Look const& look) {
  auto const is_flat = !look.is_wide() && look.is_small();
  auto const has_picture = look.is_small() ? !look.is_large() && look.density != Density::Bare
                                           : !(look.is_low() && look.density == Density::Bare);
  auto const small_mm = is_flat ? 11.0 : is_tight(look) ? 9.0 : 14.0;
  auto const large_mm = is_tight(look) || look.is_low() ? 20.0 : 28.0;
  auto const picture_mm = look.is_small() ? small_mm : large_mm;
  return control(
      {.id = style.id,
       .phrase = phrase,
       .action = std::move(action),
       .state = while_checking_in(home),
       .tint = style.tint,
       .inside = nullptr,
       .picture = has_picture ? Picture(EmojiPicture{style.picture}) : Picture(NoPicture{}),
       .picture_mm = look.picture_mm(picture_mm),
       .arrangement = is_flat ? Arrangement::Beside : Arrangement::Above,
       .role = look.is_small() ? Role::Body : Role::Heading,
       .padding_mm = look.is_small() ? 1.5 : 4.0});
}

BlockPointer language_strip(HomeScreen const& home) {
  Blocks chips;
  for (auto const& choice : home.languages) chips.push_back(language_chip("home", choice));
  return flow(std::move(chips), 4);
}

BlockPointer language_tile(HomeScreen const& home, Look const& look) {
  return control({.id = "home/languages",
                  .phrase = home.choose_language,
                  .action = core::TapLanguages{},
                  .shape = ControlShape::Chip,
                  .state = while_checking_in(home),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = EmojiPicture{"🌐"},
                  .picture_mm = look.picture_mm(look.is_small() ? 8 : 10),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 1.5 : 4.0});
}

BlockPointer knowledge_link(HomeScreen const& home, Look const& look) {
  return control({.id = "home/knowledge",
                  .phrase = home.knowledge,
                  .action = core::TapKnowledge{},
                  .shape = ControlShape::Link,
                  .state = while_checking_in(home),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = 1.5});
}

BlockPointer language_sign(HomeScreen const& home) {
  return tool({.id = "home/languages",
               .phrase = home.choose_language,
               .action = core::TapLanguages{},
               .sign = EmojiPicture{"🌐"},
               .letters = {},
               .state = while_checking_in(home)});
}

BlockPointer knowledge_sign(HomeScreen const& home) {
  return tool({.id = "home/knowledge",
               .phrase = home.knowledge,
               .action = core::TapKnowledge{},
               .sign = EmojiPicture{"🛡️"},
               .letters = {},
               .state = while_checking_in(home)});
}

// For the host, where no visitor looks first; at the foot where the top has no room, or no reach.
bool is_lock_at_top(Look const& look) {
  return !look.is_small() && !look.is_low();
}

}  // namespace

BlockPointer lock(HomeScreen const& home) {
  return tool({.id = "home/host",
               .phrase = home.host,
               .action = core::TapHost{},
               .sign = IconPicture{sign::lock},
               .letters = {},
               .state = while_checking_in(home)});
}

BlockPointer place_beside_invitation(HomeScreen const& home, Look const& look) {
  return row({{.block = words("home/place", home.place_name, {.role = Role::Strong})},
              {.block = greeting(home, look), .share = 1}},
             6);
}

BlockPointer place_and_invitation(HomeScreen const& home, Look const& look) {
  return column({{.block = words("home/place", home.place_name, {.role = Role::Strong})},
                 {.block = greeting(home, look)}});
}

BlockPointer place_and_date(HomeScreen const& home, Look const& look) {
  std::vector<Storey> storeys{
      {.block = words("home/place", home.place_name, {.role = Role::Strong})},
      {.block = words("home/date", home.date, {.shade = Shade::Soft})}};
  auto const has_opening =
      look.density == Density::Roomy ? !(look.is_small() && look.is_wide()) : !look.is_small();
  if (has_opening && look.density != Density::Bare)
    storeys.push_back({.block = words("home/open_today", home.open_today, {.shade = Shade::Soft})});
  auto place = column(std::move(storeys));
  if (!is_lock_at_top(look)) return place;
  return row({{.block = std::move(place), .share = 1}, {.block = lock(home)}},
             look.normal_gap_mm());
}

BlockPointer greeting(HomeScreen const& home, Look const& look) {
  auto invitation =
      words("home/invitation", home.invitation,
            {.role = look.is_small() ? Role::Body : Role::Lead, .shade = Shade::Soft});
  // The main button is welcome enough where room is short.
  if (is_tight(look) || look.is_small()) return invitation;
  return column({{.block = words("home/welcome", home.welcome, {.role = Role::Title})},
                 {.block = std::move(invitation)}});
}

BlockPointer clock(HomeScreen const& home, Look const& look) {
  auto const size_mm = look.is_small() ? 22.0 : is_tight(look) ? 28.0 : 36.0;
  return clock_face("home/clock", home.clock, home.minute_of_day, look.picture_mm(size_mm));
}

BlockPointer check_in(HomeScreen const& home, Look const& look) {
  auto const is_flat = look.is_wide()
                           ? look.is_small() && (home.calls || shows_next(home, look))
                           : look.density != Density::Roomy || look.is_small() || look.is_low();
  auto const has_picture = !(look.is_small() && look.density == Density::Bare);
  auto const flat_mm = look.is_small() ? 20.0 : 32.0;
  auto const high_mm = look.is_small() ? 24.0 : 38.0;
  return control({.id = "home/check_in",
                  .phrase = home.check_in,
                  .action = core::TapCheckIn{},
                  .shape = ControlShape::Main,
                  .state = home.is_checking_in ? ControlState::Held : ControlState::Ready,
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = has_picture ? Picture(EmojiPicture{"👋🏽"}) : Picture(NoPicture{}),
                  .picture_mm = is_flat ? flat_mm : look.picture_mm(high_mm),
                  .arrangement = is_flat ? Arrangement::Beside : Arrangement::Above,
                  .role = is_tight(look) || (is_flat && look.is_small() && look.is_wide())
                              ? Role::Title
                              : Role::Main});
}

BlockPointer card_hint(HomeScreen const& home, Look const& look) {
  return words("home/card_hint", *home.card_hint,
               {.role = look.is_small() ? Role::Body : Role::Strong,
                .shade = Shade::Soft,
                .align = Align::Centre});
}

BlockPointer four_tiles(HomeScreen const& home, Look const& look) {
  using core::CallKind;
  Blocks tiles{
      tile(home.activities, core::TapActivities{}, {"home/activities", "🗓️", Tint::Sky}, home,
           look),
      tile(home.talk, core::TapCall{CallKind::Talk}, {"home/talk", "💬", Tint::Peach}, home, look),
      tile(home.help, core::TapCall{CallKind::Help}, {"home/help", "🌱", Tint::Mint}, home, look),
      tile(home.leave, core::TapLeave{}, {"home/leave", "🚪", Tint::Sand}, home, look)};
  return even_grid(std::move(tiles), {.columns = 2, .rows = 2}, gap_mm(look));
}

BlockPointer calls_banner(HomeScreen const& home, Look const& look) {
  return control({.id = "home/calls",
                  .phrase = *home.calls,
                  .action = core::TapCalls{},
                  .state = while_checking_in(home),
                  .tint = Tint::Rose,
                  .inside = nullptr,
                  .picture = is_tight(look) && look.is_small() ? Picture(NoPicture{})
                                                               : Picture(EmojiPicture{"🔔"}),
                  .picture_mm = look.picture_mm(look.is_small() ? 11 : 16),
                  .arrangement = Arrangement::Beside,
                  .role = look.is_small() ? Role::Body : Role::Strong,
                  .padding_mm = look.is_small() ? 2.0 : 4.0});
}

bool shows_next(HomeScreen const& home, Look const& look) {
  if (!home.next || look.density == Density::Bare) return false;
  if (look.is_small() && (home.calls || (look.is_wide() && is_tight(look)))) return false;
  return !(look.is_small() && look.is_large());
}

BlockPointer next_card(HomeScreen const& home, Look const& look) {
  return session_card("home/next", *home.next,
                      look.is_small() ? CardLength::Short : CardLength::Full,
                      while_checking_in(home), look);
}

BlockPointer foot(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = tool_gap_mm(tools, look);
  auto seats = tool_seats(tools, look);
  if (look.is_wide() && look.is_small()) {
    auto const is_crowded = tools.repeat.has_value() || is_tight(look);
    if (is_crowded)
      seats.insert(seats.begin(), {.block = language_sign(home)});
    else
      seats.insert(seats.begin(), {.block = language_tile(home, look), .share = 1});
    seats.push_back({.block = knowledge_sign(home)});
    if (!tools.repeat) seats.push_back({.block = lock(home)});
    return row(std::move(seats), look.small_gap_mm());
  }
  if (!is_lock_at_top(look)) seats.push_back({.block = lock(home)});
  if (look.is_small() && look.density == Density::Bare) {
    auto signs = tool_blocks(tools, look);
    signs.push_back(language_sign(home));
    signs.push_back(knowledge_sign(home));
    signs.push_back(lock(home));
    auto const columns = (signs.size() + 1) / 2;
    return row({{.block = grid(std::move(signs), columns, look.small_gap_mm())}}, 0);
  }
  if (look.is_small())
    return column({{.block = equal_row({language_tile(home, look), knowledge_link(home, look)},
                                       look.small_gap_mm()),
                    .gap_below_mm = look.small_gap_mm()},
                   {.block = row(std::move(seats), gap)}});
  seats.push_back({.block = knowledge_link(home, look), .share = 1});
  auto languages =
      look.density == Density::Roomy ? language_strip(home) : language_tile(home, look);
  if (look.is_wide()) {
    seats.push_back({.block = std::move(languages), .share = 1.5});
    return row(std::move(seats), gap);
  }
  return column({{.block = std::move(languages), .gap_below_mm = gap_mm(look)},
                 {.block = row(std::move(seats), gap)}});
}

}  // namespace inloop::ui::home
