#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

using core::PartyScreen;

constexpr double step_button_mm = 30;
constexpr double step_button_small_mm = 21;

BlockPointer step(std::string id, core::Phrase const& phrase,
                  std::optional<core::Party> const& party, char32_t icon, bool is_saving,
                  Look const& look) {
  auto const ready = party ? waiting_if(is_saving) : ControlState::Disabled;
  auto const size_mm = look.is_small() ? step_button_small_mm : step_button_mm;
  return control({.id = std::move(id),
                  .phrase = {{}, phrase.spoken},
                  .action = core::TapParty{party.value_or(core::Party{})},
                  .state = ready,
                  .tint = std::nullopt,
                  .picture = IconPicture{icon},
                  .picture_mm = size_mm - 8});
}

struct StepperStyle {
  std::string id;
  std::string picture;
  Tint tint;
};

// How many of one kind of people: fewer, the number, more.
BlockPointer stepper(core::Stepper const& stepper, StepperStyle const& style, bool is_saving,
                     Look const& look) {
  auto const is_tight = look.density == Density::Tight;
  std::vector<Seat> title;
  if (!is_tight)
    title.push_back({.block = emoji(style.picture, look.picture_mm(look.is_small() ? 12 : 18))});
  title.push_back(
      {.block = words(style.id + "/label", stepper.label, {.role = Role::Heading}), .share = 1});
  auto steps = row({{.block = step(style.id + "/fewer", stepper.fewer, stepper.when_fewer,
                                   sign::minus, is_saving, look)},
                    {.block = words(style.id + "/number", stepper.number,
                                    {.role = Role::Number, .align = Align::Centre}),
                     .share = 1},
                    {.block = step(style.id + "/more", stepper.more, stepper.when_more, sign::plus,
                                   is_saving, look)}},
                   look.small_gap_mm());
  return panel(style.tint, look.is_small() ? 4 : 8,
               column({{.block = row(std::move(title), 5), .gap_below_mm = look.small_gap_mm()},
                       {.block = std::move(steps)}}));
}

BlockPointer presets(PartyScreen const& party, Look const& look) {
  auto const is_tight = look.density == Density::Tight;
  Blocks tiles;
  for (std::size_t i = 0; i < party.presets.size(); ++i) {
    auto const& preset = party.presets[i];
    tiles.push_back(
        control({.id = "party/preset_" + std::to_string(i + 1),
                 .phrase = preset.label,
                 .action = core::TapParty{preset.party},
                 .state = waiting_if(party.is_saving),
                 .choice = chosen_if(preset.is_chosen),
                 .tint = std::nullopt,
                 .picture = is_tight ? Picture(NoPicture{})
                                     : Picture(EmojiPicture{std::string(preset.picture)}),
                 .picture_mm = look.picture_mm(look.is_small() ? 10 : 16),
                 .arrangement = look.is_wide() ? Arrangement::Beside : Arrangement::Above,
                 .role = look.is_small() ? Role::Body : Role::Strong}));
  }
  return equal_row(std::move(tiles), look.normal_gap_mm());
}

BlockPointer confirm(PartyScreen const& party, Look const& look) {
  return main_button("party/confirm", party.confirm, core::TapConfirmParty{},
                     waiting_if(party.is_saving), IconPicture{sign::check}, look);
}

BlockPointer steppers(PartyScreen const& party, Look const& look, bool is_beside) {
  auto adults = stepper(party.adults, {"party/adults", "🧑", Tint::Sky}, party.is_saving, look);
  auto children =
      stepper(party.children, {"party/children", "🧒", Tint::Sand}, party.is_saving, look);
  auto const gap = look.normal_gap_mm();
  if (is_beside) return equal_row({std::move(adults), std::move(children)}, gap);
  return column(
      {{.block = std::move(adults), .gap_below_mm = gap}, {.block = std::move(children)}});
}

}  // namespace

Composition compose(PartyScreen const& party, core::Tools const& tools, Look const& look) {
  auto const gap = look.normal_gap_mm();
  auto const is_one_foot = look.is_wide() || look.is_low();
  auto back = back_chip("party/back", party.back, look);
  auto title = words("party/title", party.title,
                     {.role = look.density == Density::Roomy ? Role::Title : Role::Heading});

  std::vector<Storey> body;
  body.push_back(
      {.block = steppers(party, look, look.is_wide() || look.is_low()), .gap_below_mm = gap});
  body.push_back({.block = presets(party, look), .grow = 1, .most_mm = 44, .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  auto foot = tool_seats(tools, look);
  if (look.is_wide()) {
    foot.insert(foot.begin(), {.block = back});
    foot.push_back({.block = confirm(party, look), .share = 1});
  } else {
    body.push_back({.block = confirm(party, look), .grow = 1, .most_mm = 50, .gap_below_mm = gap});
    if (is_one_foot) foot.insert(foot.begin(), {.block = back});
  }
  body.push_back({.block = row(std::move(foot), look.small_gap_mm() + 1)});

  auto head = is_one_foot ? std::move(title)
                          : column({{.block = row({{.block = back}}, 0), .gap_below_mm = gap},
                                    {.block = std::move(title)}});
  return {std::move(head), column(std::move(body))};
}

}  // namespace inloop::ui
