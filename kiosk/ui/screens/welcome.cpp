#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::FirstTime;
using core::WelcomeScreen;

Role control_role(Look const& look) {
  if (look.density == Density::Bare) return Role::Body;
  return Role::Strong;
}

Role question_role(Look const& look) {
  if (look.is_small()) return control_role(look);
  return look.density == Density::Roomy ? Role::Title : Role::Heading;
}

BlockPointer answer(std::string id, core::Phrase const& phrase, FirstTime meaning, Tint tint,
                    std::string picture, WelcomeScreen const& welcome, Look const& look) {
  return control(
      {.id = std::move(id),
       .phrase = phrase,
       .action = core::TapFirstTime{meaning},
       .state = waiting_if(welcome.is_saving),
       .choice = chosen_if(welcome.answer == meaning),
       .tint = tint,
       .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(EmojiPicture{std::move(picture)}),
       .picture_mm = look.picture_mm(look.is_small() ? 12 : 28),
       .arrangement = look.is_small() ? Arrangement::Beside : Arrangement::Above,
       .role = look.is_small() ? Role::Strong : Role::Heading});
}

BlockPointer question(WelcomeScreen const& welcome, Look const& look) {
  auto const gap = gap_mm(look);
  auto const padding = is_tight(look) ? 3 : look.is_small() ? 4 : 9;
  return panel(
      std::nullopt, padding,
      column(
          {{.block = words("welcome/question", welcome.question,
                           {.role = question_role(look), .align = Align::Centre}),
            .gap_below_mm = gap},
           {.block = equal_row(
                {answer("welcome/yes", welcome.yes, FirstTime::Yes, Tint::Mint, "✨", welcome, look),
                 answer("welcome/no", welcome.no, FirstTime::No, Tint::Sky, "🔁", welcome, look)},
                gap),
            .grow = 1}}));
}

BlockPointer more_people(WelcomeScreen const& welcome, Look const& look) {
  return control({.id = "welcome/more_people",
                  .phrase = welcome.more_people,
                  .action = core::TapMorePeople{},
                  .state = waiting_if(welcome.is_saving),
                  .tint = std::nullopt,
                  .picture = is_tight(look) ? Picture(NoPicture{})
                                            : Picture(EmojiPicture{"🧑‍🤝‍🧑"}),
                  .picture_mm = look.picture_mm(look.is_small() ? 14 : 16),
                  .arrangement = Arrangement::Beside,
                  .role = control_role(look)});
}

BlockPointer mistake(WelcomeScreen const& welcome, Look const& look) {
  auto const undo = IconPicture{look.is_mirrored() ? sign::redo : sign::undo};
  return control({.id = "welcome/mistake",
                  .phrase = welcome.mistake,
                  .action = core::TapMistake{},
                  .state = waiting_if(welcome.is_saving),
                  .tint = std::nullopt,
                  .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(undo),
                  .picture_mm = look.picture_mm(10),
                  .arrangement = Arrangement::Beside,
                  .role = control_role(look)});
}

BlockPointer done(WelcomeScreen const& welcome, Look const& look) {
  return main_button("welcome/done", welcome.done, core::TapDone{}, waiting_if(welcome.is_saving),
                     NoPicture{}, look);
}

BlockPointer next_card(WelcomeScreen const& welcome, CardLength length, Look const& look) {
  return session_card("welcome/next", *welcome.next, length, waiting_if(welcome.is_saving), look);
}

BlockPointer greeting(WelcomeScreen const& welcome, Look const& look, double picture_mm) {
  auto const role = look.density == Density::Bare ? Role::Strong
                    : is_tight(look)              ? Role::Heading
                    : look.is_small()             ? Role::Title
                                                  : Role::Main;
  std::vector<Storey> storeys;
  storeys.push_back({.block = space(), .grow = 1});
  if (!is_tight(look))
    storeys.push_back(
        {.block = emoji(
             "☕", look.picture_mm(look.density == Density::Roomy ? picture_mm : picture_mm * 0.65)),
         .gap_below_mm = look.small_gap_mm()});
  storeys.push_back(
      {.block = words("welcome/title", welcome.title, {.role = role, .align = Align::Centre}),
       .gap_below_mm = 1});
  storeys.push_back(
      {.block = words("welcome/counted", welcome.counted,
                      {.role = Role::Lead, .shade = Shade::Soft, .align = Align::Centre})});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

// Done, on one line with the tools.
BlockPointer foot_with_done(WelcomeScreen const& welcome, core::Tools const& tools,
                            Look const& look) {
  auto seats = tool_seats(tools, look);
  seats.push_back({.block = done(welcome, look), .share = 1});
  return row(std::move(seats), look.small_gap_mm());
}

Composition portrait(WelcomeScreen const& welcome, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto const is_stacked = look.is_small() || look.is_large();
  auto others = is_stacked ? column({{.block = more_people(welcome, look), .gap_below_mm = gap},
                                     {.block = mistake(welcome, look)}})
                           : equal_row({more_people(welcome, look), mistake(welcome, look)}, gap);
  std::vector<Storey> body;
  if (welcome.is_asking)
    body.push_back(
        {.block = question(welcome, look), .grow = 2, .most_mm = 124, .gap_below_mm = gap});
  else if (welcome.next)
    body.push_back({.block = next_card(welcome, CardLength::Full, look), .gap_below_mm = gap});
  body.push_back({.block = std::move(others),
                  .grow = 1,
                  .most_mm = is_stacked ? 66.0 : 33.0,
                  .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  if (welcome.is_asking && welcome.next && look.density == Density::Roomy)
    body.push_back({.block = next_card(welcome, CardLength::Full, look), .gap_below_mm = gap});
  if (look.density == Density::Bare) {
    body.push_back({.block = foot_with_done(welcome, tools, look)});
  } else {
    body.push_back({.block = done(welcome, look), .grow = 1, .most_mm = 40, .gap_below_mm = gap});
    body.push_back({.block = tools_row(tools, look)});
  }
  return {greeting(welcome, look, look.is_small() ? 24 : 60), column(std::move(body))};
}

Composition landscape(WelcomeScreen const& welcome, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Seat> top{{.block = greeting(welcome, look, look.is_small() ? 22 : 46), .share = 4}};
  if (welcome.is_asking)
    top.push_back({.block = question(welcome, look), .share = 5});
  else if (welcome.next && !is_tight(look))
    top.push_back({.block = column({{.block = space(), .grow = 1},
                                    {.block = next_card(welcome, CardLength::Full, look)},
                                    {.block = space(), .grow = 1}}),
                   .share = 5});
  auto others = equal_row({more_people(welcome, look), mistake(welcome, look)}, gap);
  std::vector<Storey> body{
      {.block = row(std::move(top), gap), .grow = 3, .most_mm = 200, .gap_below_mm = gap}};
  if (welcome.is_asking && welcome.next && look.density == Density::Roomy && !look.is_small())
    body.push_back({.block = next_card(welcome, CardLength::Full, look), .gap_below_mm = gap});
  body.push_back({.block = std::move(others), .grow = 1, .most_mm = 44, .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  body.push_back({.block = foot_with_done(welcome, tools, look)});
  return {space(), column(std::move(body))};
}

}  // namespace

Composition compose(WelcomeScreen const& welcome, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(welcome, tools, look) : portrait(welcome, tools, look);
}

}  // namespace inloop::ui
