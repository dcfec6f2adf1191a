#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

using core::FirstTime;
using core::WelcomeScreen;

BlockPointer answer(std::string id, core::Phrase const& phrase, FirstTime meaning, Tint tint,
                    std::string picture, WelcomeScreen const& welcome, Look const& look) {
  auto const is_tight = look.density == Density::Tight;
  return control(
      {.id = std::move(id),
       .phrase = phrase,
       .action = core::TapFirstTime{meaning},
       .state = waiting_if(welcome.is_saving),
       .choice = chosen_if(welcome.answer == meaning),
       .tint = tint,
       .picture = is_tight ? Picture(NoPicture{}) : Picture(EmojiPicture{std::move(picture)}),
       .picture_mm = look.picture_mm(look.is_small() ? 13 : 22),
       .arrangement = look.is_small() ? Arrangement::Beside : Arrangement::Above,
       .role = look.is_small() ? Role::Strong : Role::Heading});
}

BlockPointer question(WelcomeScreen const& welcome, Look const& look) {
  auto const gap = look.normal_gap_mm();
  auto const padding = look.density == Density::Tight ? 3 : look.is_small() ? 4 : 9;
  return panel(
      std::nullopt, padding,
      column(
          {{.block = words(
                "welcome/question", welcome.question,
                {.role = look.is_small() ? Role::Strong : Role::Heading, .align = Align::Centre}),
            .gap_below_mm = gap},
           {.block = equal_row(
                {answer("welcome/yes", welcome.yes, FirstTime::Yes, Tint::Mint, "✨", welcome, look),
                 answer("welcome/no", welcome.no, FirstTime::No, Tint::Sky, "🔁", welcome, look)},
                gap),
            .grow = 1}}));
}

BlockPointer more_people(WelcomeScreen const& welcome, Look const& look) {
  auto const is_tight = look.density == Density::Tight;
  return control(
      {.id = "welcome/more_people",
       .phrase = welcome.more_people,
       .action = core::TapMorePeople{},
       .state = waiting_if(welcome.is_saving),
       .tint = std::nullopt,
       .picture = is_tight ? Picture(NoPicture{}) : Picture(EmojiPicture{"🧑‍🤝‍🧑"}),
       .picture_mm = look.picture_mm(14),
       .arrangement = Arrangement::Beside});
}

BlockPointer mistake(WelcomeScreen const& welcome, Look const& look) {
  auto const is_tight = look.density == Density::Tight;
  auto const undo = IconPicture{look.is_mirrored() ? sign::redo : sign::undo};
  return control({.id = "welcome/mistake",
                  .phrase = welcome.mistake,
                  .action = core::TapMistake{},
                  .state = waiting_if(welcome.is_saving),
                  .tint = std::nullopt,
                  .picture = is_tight ? Picture(NoPicture{}) : Picture(undo),
                  .picture_mm = look.picture_mm(10),
                  .arrangement = Arrangement::Beside});
}

BlockPointer done(WelcomeScreen const& welcome, Look const& look) {
  return main_button("welcome/done", welcome.done, core::TapDone{}, waiting_if(welcome.is_saving),
                     NoPicture{}, look);
}

BlockPointer greeting(WelcomeScreen const& welcome, Look const& look, double picture_mm) {
  auto const role = look.density == Density::Tight ? Role::Heading : Role::Title;
  std::vector<Storey> storeys;
  storeys.push_back({.block = space(), .grow = 1});
  if (look.density != Density::Tight)
    storeys.push_back({.block = emoji("☕", look.picture_mm(picture_mm)), .gap_below_mm = 3});
  storeys.push_back(
      {.block = words("welcome/title", welcome.title, {.role = role, .align = Align::Centre}),
       .gap_below_mm = 1});
  storeys.push_back({.block = words("welcome/counted", welcome.counted,
                                    {.shade = Shade::Soft, .align = Align::Centre})});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

Composition portrait(WelcomeScreen const& welcome, core::Tools const& tools, Look const& look) {
  auto const gap = look.normal_gap_mm();
  auto const is_stacked = look.is_small() || look.is_large();
  auto others = is_stacked ? column({{.block = more_people(welcome, look), .gap_below_mm = gap},
                                     {.block = mistake(welcome, look)}})
                           : equal_row({more_people(welcome, look), mistake(welcome, look)}, gap);
  auto body =
      column({{.block = question(welcome, look), .grow = 2, .most_mm = 106, .gap_below_mm = gap},
              {.block = std::move(others),
               .grow = 1,
               .most_mm = is_stacked ? 66.0 : 33.0,
               .gap_below_mm = gap},
              {.block = space(), .grow = 1},
              {.block = done(welcome, look), .grow = 1, .most_mm = 40, .gap_below_mm = gap},
              {.block = tools_row(tools, look)}});
  return {greeting(welcome, look, look.is_small() ? 24 : 46), std::move(body)};
}

Composition landscape(WelcomeScreen const& welcome, core::Tools const& tools, Look const& look) {
  auto const gap = look.normal_gap_mm();
  auto foot = tool_seats(tools, look);
  foot.push_back({.block = done(welcome, look), .share = 1});
  auto top = row({{.block = greeting(welcome, look, look.is_small() ? 22 : 46), .share = 4},
                  {.block = question(welcome, look), .share = 5}},
                 gap);
  auto body =
      column({{.block = std::move(top), .grow = 2, .gap_below_mm = gap},
              {.block = equal_row({more_people(welcome, look), mistake(welcome, look)}, gap),
               .grow = 1,
               .most_mm = 40,
               .gap_below_mm = gap},
              {.block = row(std::move(foot), look.small_gap_mm() + 1)}});
  return {space(), std::move(body)};
}

}  // namespace

Composition compose(WelcomeScreen const& welcome, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(welcome, tools, look) : portrait(welcome, tools, look);
}

}  // namespace inloop::ui
