#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::LeavingScreen;

Tint tint_of(core::Feeling feeling) {
  switch (feeling) {
    case core::Feeling::Yes:
      return Tint::Mint;
    case core::Feeling::ALittle:
      return Tint::Sand;
    case core::Feeling::No:
      return Tint::Lilac;
  }
  return Tint::Sand;
}

// On small high glass below one another: the words need the width.
BlockPointer answers(LeavingScreen const& leaving, Look const& look) {
  auto const is_stacked = look.is_small() && !look.is_wide();
  Blocks tiles;
  for (std::size_t i = 0; i < leaving.answers.size(); ++i) {
    auto const& answer = leaving.answers[i];
    tiles.push_back(
        control({.id = "leaving/answer_" + std::to_string(i + 1),
                 .phrase = answer.label,
                 .action = core::TapFeeling{answer.feeling},
                 .state = waiting_if(leaving.is_waiting),
                 .tint = tint_of(answer.feeling),
                 .inside = nullptr,
                 .picture = EmojiPicture{std::string(answer.picture)},
                 .picture_mm = look.is_small() ? (is_tight(look) ? 14.0 : 20.0)
                                               : look.picture_mm(is_tight(look) ? 24 : 44),
                 .arrangement = is_stacked ? Arrangement::Beside : Arrangement::Above,
                 .role = Role::Heading}));
  }
  auto const columns = is_stacked ? 1U : tiles.size();
  return grid(std::move(tiles), columns, gap_mm(look));
}

BlockPointer skip(LeavingScreen const& leaving, Look const& look) {
  return control({.id = "leaving/skip",
                  .phrase = leaving.skip,
                  .action = core::TapDone{},
                  .shape = ControlShape::Chip,
                  .state = waiting_if(leaving.is_waiting),
                  .tint = std::nullopt,
                  .inside = nullptr,
                  .picture = NoPicture{},
                  .padding_mm = look.is_small() ? 4.0 : 6.0});
}

std::vector<Storey> question(LeavingScreen const& leaving, Look const& look) {
  auto const is_short = is_tight(look) && look.is_small();
  std::vector<Storey> storeys;
  if (!(look.density == Density::Bare && look.is_small()))
    storeys.push_back(
        {.block = words("leaving/title", leaving.title,
                        {.role = is_short ? Role::Body : Role::Lead, .shade = Shade::Soft}),
         .gap_below_mm = is_short ? 0 : look.small_gap_mm()});
  storeys.push_back({.block = words("leaving/question", leaving.question,
                                    {.role = is_short ? Role::Heading : Role::Title})});
  if (look.density != Density::Bare)
    storeys.push_back({.block = words("leaving/promise", leaving.promise,
                                      {.role = look.is_small() ? Role::Body : Role::Lead,
                                       .shade = Shade::Soft})});
  return storeys;
}

}  // namespace

Composition compose(LeavingScreen const& leaving, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("leaving/back", leaving.back, look);
  std::vector<Storey> head;
  if (!is_back_at_foot(look)) head.push_back({.block = back_line(back), .gap_below_mm = gap});
  head.push_back({.block = space(), .grow = look.is_low() ? 1.0 : 0.0});
  for (auto& storey : question(leaving, look)) head.push_back(std::move(storey));

  std::vector<Storey> body{
      {.block = answers(leaving, look), .grow = 3, .most_mm = 150, .gap_below_mm = gap}};
  // Small wide glass has room for it in the foot only.
  auto const is_flat = look.is_small() && look.is_wide() && !tools.repeat;
  if (!is_flat) body.push_back({.block = flow({skip(leaving, look)}, gap), .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 2});
  if (!is_back_at_foot(look)) {
    body.push_back({.block = tools_row(tools, look)});
  } else if (is_flat) {
    auto seats = tool_seats(tools, look);
    seats.insert(seats.begin(), {.block = back});
    seats.push_back({.block = space(), .share = 1});
    seats.push_back({.block = skip(leaving, look)});
    body.push_back({.block = row(std::move(seats), tool_gap_mm(tools, look))});
  } else {
    body.push_back({.block = foot_with_back(back, tools, look)});
  }
  return {column(std::move(head)), column(std::move(body))};
}

}  // namespace inloop::ui
