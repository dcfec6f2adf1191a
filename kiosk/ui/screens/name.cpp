#include "kiosk/ui/screens/keyboard.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"
#include "kiosk/ui/text_field.h"

namespace inloop::ui {
namespace {

using core::NameScreen;

Role title_role(Look const& look) {
  if (look.density == Density::Roomy && !look.is_small()) return Role::Title;
  return is_tight(look) ? Role::Strong : Role::Heading;
}

BlockPointer title(NameScreen const& name, Look const& look) {
  return words("name/title", name.title, {.role = title_role(look)});
}

BlockPointer promise(NameScreen const& name, Look const& look) {
  return words("name/promise", name.promise,
               {.role = look.is_small() ? Role::Body : Role::Lead, .shade = Shade::Soft});
}

BlockPointer problem(NameScreen const& name, Look const& look) {
  return problem_card("name/problem", *name.problem, look);
}

BlockPointer confirm(NameScreen const& name, Look const& look) {
  return main_button(
      "name/confirm", name.confirm, core::TapConfirmName{}, waiting_if(name.is_waiting),
      is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}), look);
}

BlockPointer keys(NameScreen const& name, Look const& look, double width_mm) {
  return keyboard(name.keyboard,
                  {.screen = "name", .width_mm = width_mm, .state = waiting_if(name.is_waiting)},
                  look);
}

// What went wrong stands where the promise stood: at the field, without moving the keys.
std::vector<Storey> about_the_name(NameScreen const& name, Look const& look) {
  std::vector<Storey> storeys{{.block = title(name, look), .gap_below_mm = 1}};
  if (name.problem)
    storeys.push_back({.block = problem(name, look)});
  else if (look.density != Density::Bare && !(is_tight(look) && look.is_small()))
    storeys.push_back({.block = promise(name, look)});
  return storeys;
}

Composition portrait(NameScreen const& name, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("name/back", name.back, look);
  std::vector<Storey> head;
  if (!is_back_at_foot(look)) head.push_back({.block = back_line(back), .gap_below_mm = gap});
  if (!(look.is_small() && is_tight(look)))
    head.push_back({.block = session_heading("name", name.heading, HeadingSize::Small, look),
                    .gap_below_mm = gap});
  head.push_back({.block = space(), .grow = look.is_low() ? 1.0 : 0.0});
  for (auto& storey : about_the_name(name, look)) head.push_back(std::move(storey));

  auto const width_mm = look.inside_margins().width_mm;
  return {
      column(std::move(head)),
      column({{.block = text_field("name/typed", name.typed), .gap_below_mm = gap},
              {.block = keys(name, look, width_mm), .grow = 4, .most_mm = 160, .gap_below_mm = gap},
              {.block = space(), .grow = 1},
              {.block = confirm(name, look), .grow = 1, .most_mm = 50, .gap_below_mm = gap},
              {.block = is_back_at_foot(look) ? foot_with_back(back, tools, look)
                                              : tools_row(tools, look)}})};
}

// What is asked at the start, where it is typed at the end.
Composition landscape(NameScreen const& name, core::Tools const& tools, Look const& look) {
  constexpr double keys_share = 1.8;
  auto const gap = gap_mm(look);
  auto const between = look.normal_gap_mm();
  auto const width_mm = (look.inside_margins().width_mm - between) * keys_share / (1 + keys_share);
  std::vector<Storey> side{
      {.block = session_heading("name", name.heading, HeadingSize::Small, look),
       .gap_below_mm = gap}};
  for (auto& storey : about_the_name(name, look)) side.push_back(std::move(storey));
  side.push_back({.block = space(), .grow = 1});
  side.push_back({.block = confirm(name, look), .grow = 1, .most_mm = 60});
  auto typing = column({{.block = text_field("name/typed", name.typed), .gap_below_mm = gap},
                        {.block = keys(name, look, width_mm), .grow = 1, .gap_below_mm = gap},
                        {.block = space(), .grow = look.is_low() ? 0.0 : 0.2}});
  auto columns = row({{.block = column(std::move(side)), .share = 1},
                      {.block = std::move(typing), .share = keys_share}},
                     between);
  auto foot = foot_with_back(back_chip("name/back", name.back, look), tools, look);
  return {space(), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                           {.block = std::move(foot)}})};
}

// Small wide glass has width enough for all keys and no height to spare: the question stands
// beside the field, the main button in the foot.
Composition low_landscape(NameScreen const& name, core::Tools const& tools, Look const& look) {
  auto const gap = look.small_gap_mm();
  auto const role = look.density == Density::Bare ? Role::Body : Role::Strong;
  auto question =
      name.problem ? problem(name, look) : words("name/title", name.title, {.role = role});
  // What is typed takes the place of the question.
  bool const has_question = name.problem || name.typed.shown.empty();
  auto back = tool({.id = "name/back",
                    .phrase = name.back,
                    .action = core::TapBack{},
                    .sign = IconPicture{look.is_mirrored() ? sign::back_right : sign::back_left},
                    .letters = {}});
  auto const field_share = !has_question ? 2.0 : name.typed.shown.empty() ? 0.7 : 1.2;
  std::vector<Seat> top;
  if (has_question) top.push_back({.block = std::move(question), .share = 1});
  top.push_back({.block = text_field("name/typed", name.typed), .share = field_share});
  std::vector<Seat> foot{{.block = std::move(back)}};
  // Six tools leave no room for it there.
  if (tools.repeat) {
    top.push_back({.block = confirm(name, look), .share = 0.9});
    foot.push_back({.block = tools_row(tools, look)});
  } else {
    foot.push_back({.block = confirm(name, look), .share = 1});
    for (auto& seat : tool_seats(tools, look)) foot.push_back(std::move(seat));
  }
  return {space(), column({{.block = row(std::move(top), gap), .gap_below_mm = gap},
                           {.block = keys(name, look, look.inside_margins().width_mm),
                            .grow = 1,
                            .gap_below_mm = gap},
                           {.block = row(std::move(foot), gap)}})};
}

}  // namespace

Composition compose(NameScreen const& name, core::Tools const& tools, Look const& look) {
  if (!look.is_wide()) return portrait(name, tools, look);
  return look.is_small() ? low_landscape(name, tools, look) : landscape(name, tools, look);
}

}  // namespace inloop::ui
