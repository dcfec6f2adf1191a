#include "kiosk/ui/screens/host/counts_blocks.h"

namespace inloop::ui::host {
namespace {

using counting::LateView;
using counting::PeopleView;

BlockPointer day_row(LateView const& late, ControlState state, Look const& look) {
  auto const to_start = look.is_mirrored() ? sign::to_right : sign::to_left;
  auto const to_end = look.is_mirrored() ? sign::to_left : sign::to_right;
  return row({{.block = sign_chip("late/earlier", late.earlier, to_start, state, look)},
              {.block = centred_words("late/day", late.day,
                                      {.role = !look.is_small() ? Role::Heading
                                               : look.is_wide() ? Role::Body
                                                                : Role::Strong,
                                       .align = Align::Centre}),
               .share = 1},
              {.block = sign_chip("late/later", late.later, to_end, state, look)}},
             look.small_gap_mm());
}

BlockPointer daypart_row(LateView const& late, ControlState state, Look const& look) {
  Blocks chips;
  for (std::size_t i = 0; i < late.dayparts.size(); ++i) {
    auto made = button_control("late/daypart_" + std::to_string(i), late.dayparts[i], state);
    made.shape = ControlShape::Chip;
    made.choice = chosen_if(late.dayparts[i].is_chosen);
    made.role = look.is_small() ? Role::Body : Role::Strong;
    made.padding_mm = 2;
    chips.push_back(control(std::move(made)));
  }
  return equal_row(std::move(chips), look.small_gap_mm());
}

BlockPointer step(std::string id, counting::CountsButton const& button, ControlState state,
                  Look const& look) {
  auto made = button_control(std::move(id), button, state);
  made.shape = ControlShape::Chip;
  made.role = look.is_small() ? Role::Body : Role::Strong;
  made.padding_mm = 1;
  return control(std::move(made));
}

// Less before the number, more behind it.
BlockPointer people_row(std::string const& id, PeopleView const& people, ControlState state,
                        Look const& look) {
  auto const is_small = look.is_small();
  std::vector<Seat> label;
  if (!is_tight(look))
    label.push_back({.block = emoji(people.picture, look.picture_mm(is_small ? 9 : 16))});
  label.push_back({.block = centred_words(id + "/label", people.label,
                                          {.role = is_small ? Role::Body : Role::Strong}),
                   .share = 1});
  std::vector<Seat> steps;
  for (std::size_t i = 0; i < people.steps.size(); ++i) {
    if (i == people.steps.size() / 2)
      steps.push_back({.block = centred_words(id + "/number", people.number,
                                              {.role = is_small ? Role::Heading : Role::Title,
                                               .align = Align::Centre}),
                       .share = 1.2});
    steps.push_back({.block = step(id + "/step_" + std::to_string(i), people.steps[i], state, look),
                     .share = 1});
  }
  auto numbers = row(std::move(steps), look.small_gap_mm());
  if (look.is_wide())
    return row({{.block = row(std::move(label), look.small_gap_mm()), .share = 0.55},
                {.block = std::move(numbers), .share = 1.45}},
               look.small_gap_mm());
  return column({{.block = row(std::move(label), look.small_gap_mm()), .gap_below_mm = 1},
                 {.block = std::move(numbers)}});
}

}  // namespace

BlockPointer late_block(LateView const& late, ControlState state, Look const& look) {
  auto const gap = gap_mm(look);
  auto const save_state = late.save.is_enabled ? state : ControlState::Disabled;
  std::vector<Storey> storeys;
  if (look.is_small() && look.is_wide()) {
    storeys.push_back({.block = row({{.block = day_row(late, state, look), .share = 1},
                                     {.block = daypart_row(late, state, look), .share = 1.1}},
                                    look.small_gap_mm()),
                       .gap_below_mm = gap});
  } else {
    storeys.push_back({.block = day_row(late, state, look), .gap_below_mm = gap});
    storeys.push_back({.block = daypart_row(late, state, look), .gap_below_mm = gap});
  }
  if (!(look.is_small() && is_tight(look)))
    storeys.push_back(
        {.block = words("late/known", late.known, {.shade = Shade::Soft, .align = Align::Centre}),
         .gap_below_mm = gap});
  storeys.push_back(
      {.block = people_row("late/adults", late.adults, state, look), .gap_below_mm = gap});
  storeys.push_back(
      {.block = people_row("late/children", late.children, state, look), .gap_below_mm = gap});
  auto save =
      main_button("late/save", late.save.phrase, core::host::tapped(late.save.tap), save_state,
                  is_tight(look) ? Picture(NoPicture{}) : IconPicture{sign::check}, look);
  // Where there is no height for one more row it stands beside the others.
  if (look.is_small() && look.is_wide() && look.density == Density::Bare)
    return row({{.block = column(std::move(storeys)), .share = 1},
                {.block = std::move(save), .share = 0.17}},
               look.small_gap_mm());
  storeys.push_back({.block = space(), .grow = 1});
  storeys.push_back({.block = std::move(save)});
  return column(std::move(storeys));
}

}  // namespace inloop::ui::host
