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

// The main button is welcome enough where letters must be large and glass is small.
BlockPointer greeting(HomeScreen const& home, Look const& look) {
  if (look.density == Density::Bare) return invitation(home);
  auto const role = is_tight(look) ? Role::Heading : Role::Title;
  return column({{.block = words("home/welcome", home.welcome, {.role = role})},
                 {.block = invitation(home)}});
}

BlockPointer clock(HomeScreen const& home, double size_mm, Look const& look) {
  return clock_face("home/clock", home.clock, home.minute_of_day, look.picture_mm(size_mm));
}

BlockPointer check_in(HomeScreen const& home, Look const& look) {
  auto const is_flat =
      is_tight(look) || (look.density == Density::Compact && look.is_small() && !look.is_wide());
  return control({.id = "home/check_in",
                  .phrase = home.check_in,
                  .action = core::TapCheckIn{},
                  .shape = ControlShape::Main,
                  .state = home.is_checking_in ? ControlState::Held : ControlState::Ready,
                  .tint = std::nullopt,
                  .picture = EmojiPicture{"👋🏽"},
                  .picture_mm = is_flat ? 20 : look.picture_mm(look.is_small() ? 24 : 38),
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
               .role = arrangement == Arrangement::Above ? Role::Strong : Role::Body});
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
                  .arrangement = arrangement});
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
      column({{.block = check_in(home, look), .grow = 3, .most_mm = 126, .gap_below_mm = gap},
              {.block = below, .grow = 1, .most_mm = 66, .gap_below_mm = gap},
              {.block = space(), .grow = 1},
              {.block = foot(home, tools, look)}});
  return {std::move(head), std::move(body)};
}

BlockPointer beside_clock(BlockPointer text, HomeScreen const& home, Look const& look) {
  return row({{.block = std::move(text), .share = 1},
              {.block = clock(home, look.is_small() ? 22.0 : 36.0, look)}},
             look.normal_gap_mm());
}

// The clock beside the first line only: the second needs the whole width.
BlockPointer greeting_with_clock(HomeScreen const& home, Look const& look) {
  auto welcome =
      words("home/welcome", home.welcome, {.role = is_tight(look) ? Role::Heading : Role::Title});
  return column({{.block = row({{.block = std::move(welcome), .share = 1},
                                {.block = clock(home, look.is_small() ? 20 : 34, look)}},
                               look.normal_gap_mm())},
                 {.block = invitation(home)}});
}

// Two columns: the place and the main button; the greeting, what is on and what is known. Low reach
// lifts the words out of both into a line of their own.
Composition landscape(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto const arrangement = look.is_small() ? Arrangement::Beside : Arrangement::Above;
  auto main = check_in(home, look);
  auto side =
      column({{.block = open_today(home, arrangement, look), .grow = 1, .gap_below_mm = gap},
              {.block = knowledge(home, arrangement, look), .grow = 1}});
  BlockPointer head = space();
  if (look.is_low()) {
    head = row({{.block = place_and_date(home), .share = 10},
                {.block = beside_clock(greeting(home, look), home, look), .share = 10}},
               gap);
  } else {
    main = column({{.block = place_and_date(home), .gap_below_mm = gap},
                   {.block = std::move(main), .grow = 1}});
    side = column({{.block = greeting_with_clock(home, look), .gap_below_mm = gap},
                   {.block = std::move(side), .grow = 1}});
  }
  auto columns =
      row({{.block = std::move(main), .share = 1}, {.block = std::move(side), .share = 1}}, gap);
  return {std::move(head), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                                   {.block = foot(home, tools, look)}})};
}

// The words above, then pairs of controls: what is left when large letters meet small glass.
Composition bare_landscape(HomeScreen const& home, core::Tools const& tools, Look const& look) {
  auto const gap = look.small_gap_mm();
  return {beside_clock(place_and_date(home), home, look),
          column({{.block = row({{.block = check_in(home, look), .share = 1},
                                 {.block = greeting(home, look), .share = 1}},
                                gap),
                   .grow = 1,
                   .gap_below_mm = gap},
                  {.block = equal_row({open_today(home, Arrangement::Beside, look),
                                       knowledge(home, Arrangement::Beside, look)},
                                      gap),
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
