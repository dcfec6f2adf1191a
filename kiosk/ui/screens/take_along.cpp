#include "kiosk/ui/qr_block.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"
#include "kiosk/ui/token_block.h"

namespace inloop::ui {
namespace {

using core::TakeAlongScreen;

// At arm's length a telephone needs about a tenth of the distance.
double least_code_mm(Look const& look) {
  if (!look.is_small()) return 90;
  return is_tight(look) ? 50 : 62;
}

BlockPointer code(TakeAlongScreen const& take_along, Look const& look) {
  if (take_along.code.empty()) return emoji("⏳", look.picture_mm(30));
  return qr_code("take_along/code", {{}, take_along.code_spoken.spoken}, take_along.code,
                 least_code_mm(look));
}

BlockPointer token(TakeAlongScreen const& take_along, Look const& look) {
  auto const size_mm = look.picture_mm(look.is_small() ? 18 : 44);
  auto const picture =
      core::token_pictures[static_cast<std::size_t>(take_along.token->picture)].emoji;
  auto label = words("take_along/token", *take_along.token_label,
                     {.role = look.is_small() ? Role::Body : Role::Strong, .align = Align::Centre});
  if (look.density == Density::Bare) return label;
  return column({{.block = token_face(*take_along.token, picture, size_mm), .gap_below_mm = 2},
                 {.block = std::move(label)}});
}

BlockPointer advice(TakeAlongScreen const& take_along, Look const& look) {
  return words("take_along/advice", take_along.advice,
               {.role = look.is_small() ? Role::Body : Role::Lead});
}

BlockPointer title(TakeAlongScreen const& take_along, Look const& look) {
  return words("take_along/title", take_along.title,
               {.role = is_tight(look) ? Role::Strong : Role::Title});
}

BlockPointer print_note(TakeAlongScreen const& take_along, Look const& look) {
  return card({.id = "take_along/print_note",
               .phrase = *take_along.print_note,
               .picture = is_tight(look) ? "" : "🧾",
               .picture_mm = look.picture_mm(look.is_small() ? 9 : 14),
               .arrangement = Arrangement::Beside,
               .role = look.is_small() ? Role::Body : Role::Strong});
}

// On small glass what became of the paper takes the place of what to do with the square.
BlockPointer advice_or_note(TakeAlongScreen const& take_along, Look const& look) {
  return look.is_small() && take_along.print_note ? print_note(take_along, look)
                                                  : advice(take_along, look);
}

BlockPointer print(TakeAlongScreen const& take_along, Look const& look) {
  return control(
      {.id = "take_along/print",
       .phrase = *take_along.print,
       .action = core::TapPrint{},
       .state = take_along.is_printing ? ControlState::Held : ControlState::Ready,
       .tint = std::nullopt,
       .inside = nullptr,
       .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::print}),
       .picture_mm = look.picture_mm(look.is_small() ? 8 : 11),
       .arrangement = Arrangement::Beside,
       .role = look.is_small() ? Role::Body : Role::Strong,
       .padding_mm = look.is_small() ? 2.0 : 4.0});
}

BlockPointer done(TakeAlongScreen const& take_along, Look const& look) {
  return main_button("take_along/done", take_along.done, core::TapDone{}, ControlState::Ready,
                     NoPicture{}, look);
}

// Beside one another on small glass, which has no height for both.
std::vector<Storey> buttons(TakeAlongScreen const& take_along, Look const& look) {
  auto const gap = gap_mm(look);
  if (!take_along.print) return {{.block = done(take_along, look), .gap_below_mm = gap}};
  if (look.is_small())
    return {{.block = equal_row({print(take_along, look), done(take_along, look)}, gap),
             .gap_below_mm = gap}};
  std::vector<Storey> storeys;
  if (take_along.print_note)
    storeys.push_back({.block = print_note(take_along, look), .gap_below_mm = gap});
  storeys.push_back({.block = print(take_along, look), .gap_below_mm = gap});
  storeys.push_back({.block = done(take_along, look), .gap_below_mm = gap});
  return storeys;
}

BlockPointer plate(BlockPointer inside, Look const& look) {
  return panel(std::nullopt, look.is_small() ? 2 : 6, std::move(inside));
}

Composition portrait(TakeAlongScreen const& take_along, core::Tools const& tools,
                     Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("take_along/back", take_along.back, look);
  std::vector<Storey> head;
  if (!is_back_at_foot(look)) head.push_back({.block = back_line(back), .gap_below_mm = gap});
  if (!(is_tight(look) && (look.is_small() || look.is_low())))
    head.push_back(
        {.block = session_heading("take_along", take_along.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  head.push_back({.block = title(take_along, look)});
  head.push_back({.block = advice_or_note(take_along, look), .gap_below_mm = gap});
  std::vector<Seat> seats{{.block = code(take_along, look), .share = take_along.token ? 2.0 : 1.0}};
  if (take_along.token) {
    auto centred = column({{.block = space(), .grow = 1},
                           {.block = token(take_along, look)},
                           {.block = space(), .grow = 1}});
    seats.push_back({.block = std::move(centred), .share = 1});
  }
  head.push_back({.block = plate(row(std::move(seats), gap), look), .grow = 1, .most_mm = 170});
  auto body = buttons(take_along, look);
  body.push_back({.block = is_back_at_foot(look) ? foot_with_back(back, tools, look)
                                                 : tools_row(tools, look)});
  return {column(std::move(head)), column(std::move(body)), Surplus::ToHead};
}

// The square at the start, what to do with it at the end.
Composition landscape(TakeAlongScreen const& take_along, core::Tools const& tools,
                      Look const& look) {
  auto const gap = gap_mm(look);
  std::vector<Storey> side;
  if (!is_tight(look) && !look.is_small())
    side.push_back(
        {.block = session_heading("take_along", take_along.heading, HeadingSize::Small, look),
         .gap_below_mm = gap});
  side.push_back({.block = title(take_along, look)});
  side.push_back({.block = advice_or_note(take_along, look), .gap_below_mm = gap});
  if (take_along.token && !is_tight(look))
    side.push_back({.block = token(take_along, look), .gap_below_mm = gap});
  side.push_back({.block = space(), .grow = 1});
  for (auto& storey : buttons(take_along, look)) side.push_back(std::move(storey));
  auto square = column({{.block = plate(code(take_along, look), look), .grow = 1, .most_mm = 200}});
  auto columns = row(
      {{.block = std::move(square), .share = 1}, {.block = column(std::move(side)), .share = 1.1}},
      look.normal_gap_mm());
  auto foot = foot_with_back(back_chip("take_along/back", take_along.back, look), tools, look);
  return {space(), column({{.block = std::move(columns), .grow = 1, .gap_below_mm = gap},
                           {.block = std::move(foot)}})};
}

}  // namespace

Composition compose(TakeAlongScreen const& take_along, core::Tools const& tools, Look const& look) {
  return look.is_wide() ? landscape(take_along, tools, look) : portrait(take_along, tools, look);
}

}  // namespace inloop::ui
