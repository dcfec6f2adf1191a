#include "kiosk/ui/screens/host/programme_blocks.h"
#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::host {
namespace {

constexpr char32_t far_left = 0xF13D;
constexpr char32_t far_right = 0xF13E;

// Where there is room, a step says what it does; else its sign has to be enough.
bool has_step_words(Look const& look) {
  return !look.is_small() && !is_tight(look);
}

BlockPointer step_button(std::string id, planning::ProgrammeButton const& button, char32_t sign,
                         ControlState state, Look const& look) {
  if (!has_step_words(look))
    return programme_tool(std::move(id), button, state, IconPicture{sign}, look);
  return control({.id = std::move(id),
                  .phrase = {.shown = button.phrase.spoken, .spoken = button.phrase.spoken},
                  .action = tapped(button.tap),
                  .state = state_if(button.is_enabled, state),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = IconPicture{sign},
                  .picture_mm = look.picture_mm(13),
                  .role = Role::Body,
                  .padding_mm = 2});
}

struct StepButtons {
  std::vector<Seat> before;  // what makes it less
  std::vector<Seat> after;
};

StepButtons buttons_of(std::string const& id, planning::StepRow const& step, ControlState state,
                       Look const& look) {
  auto const share = has_step_words(look) ? 1.0 : 0.0;
  auto const to_start = look.is_mirrored() ? far_right : far_left;
  auto const to_end = look.is_mirrored() ? far_left : far_right;
  StepButtons buttons;
  auto const add = [&](std::vector<Seat>& seats, std::string const& name,
                       planning::ProgrammeButton const& button, char32_t sign) {
    seats.push_back({.block = step_button(id + name, button, sign, state, look), .share = share});
  };
  if (step.much_less) add(buttons.before, "/much_less", *step.much_less, to_start);
  add(buttons.before, "/less", step.less, sign::minus);
  add(buttons.after, "/more", step.more, sign::plus);
  if (step.much_more) add(buttons.after, "/much_more", *step.much_more, to_end);
  return buttons;
}

BlockPointer value_block(std::string const& id, planning::StepRow const& step, Look const& look) {
  auto const is_brief = look.is_small() && !step.brief.shown.empty();
  auto const role = look.is_small()        ? Role::Body
                    : has_step_words(look) ? Role::Title
                                           : Role::Heading;
  std::vector<Storey> storeys{{.block = space(), .grow = 1}};
  // Where there is little height, what it is has to be enough.
  if (!(look.is_small() && is_tight(look)))
    storeys.push_back({.block = words(id + "/label", step.label,
                                      {.shade = Shade::Soft, .align = Align::Centre})});
  storeys.push_back({.block = words(id + "/value", is_brief ? step.brief : step.value,
                                    {.role = role, .align = Align::Centre})});
  storeys.push_back({.block = space(), .grow = 1});
  return column(std::move(storeys));
}

}  // namespace

BlockPointer programme_step(std::string const& id, planning::StepRow const& step,
                            ControlState state, Look const& look) {
  auto value = value_block(id, step, look);
  auto [line, after] = buttons_of(id, step, state, look);
  bool const is_stacked =
      !look.is_wide() && (has_step_words(look) || look.density == Density::Bare);
  if (!is_stacked)
    line.push_back({.block = value, .share = has_step_words(look) ? 2.5 : 1.0});
  else if (!has_step_words(look))
    line.push_back({.block = space(), .share = 1});
  for (auto& seat : after) line.push_back(std::move(seat));
  auto buttons = row(std::move(line), look.small_gap_mm());
  auto const padding = look.is_small() ? 1.5 : 5.0;
  if (!is_stacked) return panel(std::nullopt, padding, std::move(buttons));
  return panel(std::nullopt, padding,
               column({{.block = std::move(value), .gap_below_mm = look.is_small() ? 1.0 : 3.0},
                       {.block = std::move(buttons)}}));
}

}  // namespace inloop::ui::host
