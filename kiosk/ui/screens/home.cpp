#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

using core::HomeScreen;

BlockPointer place_and_date(HomeScreen const& home) {
  return column({{.block = words("home/place", home.place_name, {.role = Role::Strong})},
                 {.block = words("home/date", home.date, {.shade = Shade::Soft})}});
}

BlockPointer invitation(HomeScreen const& home) {
  return words("home/invitation", home.invitation, {.role = Role::Lead, .shade = Shade::Soft});
}

// The main button is welcome enough on small wide glass, and where letters are large on small
// glass.
BlockPointer greeting(HomeScreen const& home, Look const& look) {
  if (look.density == Density::Bare || (look.is_wide() && look.is_small())) return invitation(home);
  auto const role = is_tight(look) ? Role::Heading : Role::Title;
  return column({{.block = words("home/welcome", home.welcome, {.role = role})},
                 {.block = invitation(home)}});
}

BlockPointer clock(HomeScreen const& home, double size_mm, Look const& look) {
  return clock_face("home/clock", home.clock, home.minute_of_day, look.picture_mm(size_mm));
}

BlockPointer check_in(HomeScreen const& home, Look const& look) {
  auto const is_flat =
      !look.is_wide() && (is_tight(look) || (look.density == Density::Compact && look.is_small()));
  return control({.id = "home/check_in",
                  .phrase = home.check_in,
                  .action = core::TapCheckIn{},
                  .shape = ControlShape::Main,
                  .state = home.is_checking_in ? ControlState::Held : ControlState::Ready,
                  .tint = std::nullopt,
                  .picture = EmojiPicture{"👋🏽"},
                  .picture_mm = is_flat ? (look.is_small() ? 20 : 34)
                                        : look.picture_mm(look.is_small() ? 24 : 38),
                  .arrangement = is_flat ? Arrangement::Beside : Arrangement::Above,
                  .role = is_tight(look) ? Role::Title : Role::Main});
}

ControlState while_checking_in(HomeScreen const& home) {
  return waiting_if(home.is_checking_in);
}

BlockPointer open_today(HomeScreen const& home, Arrangement arrangement, Look const& look) {
  return card({.id = "home/open_today",
               .phrase = home.open_today,
               .picture = is_tight(look) ? "" : "🏡",
               .picture_mm = look.picture_mm(arrangement == Arrangement::Above ? 20
                                             : look.is_small()                 ? 12
                                                                               : 15),
               .arrangement = arrangement,
               .role = arrangement == Arrangement::Above ? Role::Heading : Role::Body});
}

BlockPointer knowledge(HomeScreen const& home, Arrangement arrangement, Look const& look) {
  return control({.id = "home/knowledge",
                  .phrase = home.knowledge,
                  .action = core::TapKnowledge{},
                  .state = while_checking_in(home),
                  .tint = Tint::Lilac,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{"🔒"}),
                  .picture_mm = look.picture_mm(arrangement == Arrangement::Above ? 20
                                                : look.is_small()                 ? 12
                                                                                  : 15),
                  .arrangement = arrangement,
                  .role = arrangement == Arrangement::Above ? Role::Heading : Role::Strong});
}

BlockPointer language_strip(HomeScreen const& home) {
  Blocks chips;
  for (auto const& choice : home.languages) chips.push_back(language_chip("home", choice));
  return flow(std::move(chips), 4);
}

BlockPointer language_tile(HomeScreen const& home, Look const& look) {
  if (is_tight(look) && !look.is_wide())
    return tool({.id = "home/languages",
                 .phrase = home.choose_language,
                 .action = core::TapLanguages{},
                 .sign = EmojiPicture{"🌐"},
                 .letters = {}});
  return control({.id = "home/languages",
                  .phrase = home.choose_language,
                  .action = core::TapLanguages{},
                  .shape = ControlShape::Chip,
                  .state = while_checking_in(home),
                  .tint = std::nullopt,
                  .picture = EmojiPicture{"🌐"},
                  .picture_mm = look.picture_mm(10),
                  .arrangement = Arrangement::Beside});
}

// The languages and the tools: below one another where there is room, else in one row.
BlockPointer foot(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = look.small_gap_mm() + 1;
  if (look.density == Density::Roomy && !look.is_wide())
    return column({{.block = language_strip(home), .gap_below_mm = look.normal_gap_mm()},
                   {.block = tools_row(tools, look)}});
  auto seats = tool_seats(tools, look);
  if (look.density == Density::Roomy)
    seats.push_back({.block = language_strip(home), .share = 1});
  else if (look.is_wide() || is_tight(look))
    seats.push_back({.block = language_tile(home, look), .share = 1});
  else
    return column({{.block = language_tile(home, look), .gap_below_mm = look.small_gap_mm()},
                   {.block = tools_row(tools, look)}});
  return row(std::move(seats), gap);
}

Composition portrait(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto const is_roomy = look.density == Density::Roomy && !look.is_large();
  auto const clock_mm = look.is_small() ? 24.0 : 36.0;
  auto head = column({{.block = place_and_date(home), .gap_below_mm = look.section_gap_mm()},
                      {.block = space(), .grow = look.is_low() ? 1.0 : 0.0},
                      {.block = row({{.block = greeting(home, look), .share = 1},
                                     {.block = clock(home, clock_mm, look)}},
                                    gap)}});
  auto const arrangement = is_roomy ? Arrangement::Above : Arrangement::Beside;
  auto const below =
      is_roomy
          ? equal_row({open_today(home, arrangement, look), knowledge(home, arrangement, look)},
                      gap)
          : column({{.block = open_today(home, arrangement, look), .grow = 1, .gap_below_mm = gap},
                    {.block = knowledge(home, arrangement, look), .grow = 1}});
  auto body =
      column({{.block = check_in(home, look), .grow = 3, .most_mm = 140, .gap_below_mm = gap},
              {.block = below, .grow = 1, .most_mm = 76, .gap_below_mm = gap},
              {.block = space(), .grow = 1},
              {.block = foot(home, tools, look)}});
  return {std::move(head), std::move(body)};
}

BlockPointer beside_clock(BlockPointer text, HomeScreen const& home, Look const& look) {
  return row({{.block = std::move(text), .share = 1},
              {.block = clock(home, look.is_small() ? 22.0 : 36.0, look)}},
             look.normal_gap_mm());
}

// Two columns: the place and the main button; the greeting, what is on and what is known. Low reach
// lifts the words out of both into a line of their own.
Composition landscape(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  constexpr double main_share = 1.2;
  auto const gap = gap_mm(look);
  auto const arrangement = look.is_small() ? Arrangement::Beside : Arrangement::Above;
  auto main = check_in(home, look);
  auto side =
      column({{.block = open_today(home, arrangement, look), .grow = 1, .gap_below_mm = gap},
              {.block = knowledge(home, arrangement, look), .grow = 1}});
  auto place = place_and_date(home);
  auto words = beside_clock(greeting(home, look), home, look);
  BlockPointer head = space();
  if (look.is_low()) {
    // In a column, so that the row keeps to the top.
    head = column({{.block = row({{.block = std::move(place), .share = main_share},
                                  {.block = std::move(words), .share = 1}},
                                 gap)}});
  } else {
    main = column(
        {{.block = std::move(place), .gap_below_mm = gap}, {.block = std::move(main), .grow = 1}});
    side = column(
        {{.block = std::move(words), .gap_below_mm = gap}, {.block = std::move(side), .grow = 1}});
  }
  auto columns =
      row({{.block = std::move(main), .share = main_share}, {.block = std::move(side), .share = 1}},
          gap);
  return {std::move(head), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                                   {.block = foot(home, tools, look)}})};
}

// What is left when large letters meet small glass: the place needs the whole width, and what is on
// today goes before the main button would get small.
Composition bare_landscape(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto side = column({{.block = greeting(home, look), .gap_below_mm = gap},
                      {.block = knowledge(home, Arrangement::Beside, look), .grow = 1}});
  return {beside_clock(place_and_date(home), home, look),
          column({{.block = equal_row({check_in(home, look), std::move(side)}, gap),
                   .grow = 1,
                   .gap_below_mm = gap},
                  {.block = foot(home, tools, look)}})};
}

}  // namespace

Composition compose(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  if (!look.is_wide()) return portrait(home, tools, look);
  return look.density == Density::Bare ? bare_landscape(home, tools, look)
                                       : landscape(home, tools, look);
}

}  // namespace inloop::ui
