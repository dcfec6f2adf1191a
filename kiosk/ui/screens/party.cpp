#include "kiosk/ui/screens/parts.h"
#include "kiosk/ui/screens/screens.h"

namespace inloop::ui {
namespace {

using core::PartyScreen;

constexpr double step_button_mm = 36;
constexpr double step_button_small_mm = 21;

BlockPointer step(std::string id, core::Phrase const& phrase,
                  std::optional<core::Party> const& party, char32_t icon, bool is_saving,
                  Look const& look) {
  auto const ready = party ? waiting_if(is_saving) : ControlState::Disabled;
  auto const size_mm = look.is_small() ? step_button_small_mm : step_button_mm;
  return control({.id = std::move(id),
                  .phrase = {{}, phrase.spoken},  // its sign is no word
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
  std::vector<Seat> title;
  if (!is_tight(look))
    title.push_back({.block = emoji(style.picture, look.picture_mm(look.is_small() ? 11 : 18))});
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
  auto const small_padding = look.density == Density::Bare ? 1.5 : 4.0;
  return panel(style.tint, look.is_small() ? small_padding : 8,
               column({{.block = row(std::move(title), 5), .gap_below_mm = gap_mm(look)},
                       {.block = std::move(steps)}}));
}

BlockPointer presets(PartyScreen const& party, Look const& look) {
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
                 .picture = is_tight(look) ? Picture(NoPicture{})
                                           : Picture(EmojiPicture{std::string(preset.picture)}),
                 .picture_mm = look.picture_mm(look.is_small() ? 10 : 16),
                 .arrangement = look.is_wide() ? Arrangement::Beside : Arrangement::Above,
                 .role = look.is_small() ? Role::Body : Role::Strong,
                 .padding_mm = look.is_small() ? 2.0 : 4.0}));
  }
  return equal_row(std::move(tiles), gap_mm(look));
}

BlockPointer confirm(PartyScreen const& party, Look const& look) {
  return main_button(
      "party/confirm", party.confirm, core::TapConfirmParty{}, waiting_if(party.is_saving),
      is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}), look);
}

BlockPointer steppers(PartyScreen const& party, Look const& look, bool is_beside) {
  auto adults = stepper(party.adults, {"party/adults", "🧑", Tint::Sky}, party.is_saving, look);
  auto children =
      stepper(party.children, {"party/children", "🧒", Tint::Sand}, party.is_saving, look);
  auto const gap = gap_mm(look);
  if (is_beside) return equal_row({std::move(adults), std::move(children)}, gap);
  return column(
      {{.block = std::move(adults), .gap_below_mm = gap}, {.block = std::move(children)}});
}

BlockPointer head(BlockPointer back, BlockPointer title, Look const& look) {
  if (look.is_low()) return low_title(std::move(title));
  if (look.is_wide() || is_tight(look)) return title;
  return column({{.block = row({{.block = std::move(back)}}, 0), .gap_below_mm = gap_mm(look)},
                 {.block = std::move(title)}});
}

}  // namespace

Composition compose(PartyScreen const& party, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("party/back", party.back, look);
  auto title = words("party/title", party.title,
                     {.role = look.density == Density::Roomy  ? Role::Title
                              : look.density == Density::Bare ? Role::Strong
                                                              : Role::Heading});

  auto const is_beside = look.is_wide() || (look.is_low() && !look.is_small());
  std::vector<Storey> body;
  body.push_back({.block = steppers(party, look, is_beside), .gap_below_mm = gap});
  // The presets only save taps: with the largest letters on the smallest glass they have to go.
  if (look.density != Density::Bare)
    body.push_back({.block = presets(party, look), .grow = 1, .most_mm = 44, .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  auto const foot_gap = look.small_gap_mm() + 1;
  if (look.is_wide()) {
    auto foot = tool_seats(tools, look);
    foot.insert(foot.begin(), {.block = back});
    foot.push_back({.block = confirm(party, look), .share = 1});
    body.push_back({.block = row(std::move(foot), foot_gap)});
  } else if (is_tight(look)) {
    body.push_back(
        {.block = row({{.block = back}, {.block = confirm(party, look), .share = 1}}, foot_gap),
         .gap_below_mm = gap});
    body.push_back({.block = tools_row(tools, look)});
  } else {
    body.push_back({.block = confirm(party, look), .grow = 1, .most_mm = 50, .gap_below_mm = gap});
    body.push_back(
        {.block = look.is_low() ? foot_with_back(back, tools, look) : tools_row(tools, look)});
  }
  return {head(std::move(back), std::move(title), look), column(std::move(body))};
}

}  // namespace inloop::ui
