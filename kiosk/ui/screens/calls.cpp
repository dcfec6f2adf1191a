#include <algorithm>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

// One that waits, and the host's answer to it.
BlockPointer line(core::CallLine const& line, Look const& look) {
  auto const id = "calls/call_" + std::to_string(line.call);
  auto const is_talk = line.kind == core::CallKind::Talk;
  auto answer =
      control({.id = id + "/answer",
               .phrase = line.answer,
               .action = core::TapAnswerCall{line.call},
               .shape = ControlShape::Chip,
               .tint = std::nullopt,
               .inside = nullptr,
               .picture = is_tight(look) ? Picture(NoPicture{}) : Picture(IconPicture{sign::check}),
               .picture_mm = look.picture_mm(8),
               .arrangement = Arrangement::Beside,
               .padding_mm = look.is_small() ? 3.0 : 5.0});
  auto text = column(
      {{.block = space(), .grow = 1},
       {.block = words(id, line.text, {.role = look.is_small() ? Role::Body : Role::Strong})},
       {.block = space(), .grow = 1}});
  auto const tint = is_talk ? Tint::Sky : Tint::Mint;
  auto const padding = look.is_small() ? 2.0 : 5.0;
  // Large letters need the whole width for each.
  if (look.is_small() && !look.is_wide() && look.is_large())
    return panel(
        tint, padding,
        column({{.block = std::move(text), .gap_below_mm = 2}, {.block = std::move(answer)}}));
  std::vector<Seat> seats;
  if (!is_tight(look))
    seats.push_back(
        {.block = emoji(is_talk ? "💬" : "🌱", look.picture_mm(look.is_small() ? 12 : 20))});
  seats.push_back({.block = std::move(text), .share = 1});
  seats.push_back({.block = std::move(answer)});
  return panel(tint, padding, row(std::move(seats), look.small_gap_mm()));
}

// The oldest first; those that do not fit come up when these are answered.
std::size_t most_lines(core::Tools const& tools, Look const& look) {
  if (look.is_wide() && look.is_small()) return look.is_large() ? 2 : 3;
  if (look.is_small() && look.is_large()) return tools.repeat ? 2 : 3;
  if (look.is_small()) return 3;
  return look.is_large() || look.is_low() ? 4 : core::most_calls;
}

}  // namespace

Composition compose(core::CallsScreen const& calls, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("calls/back", calls.back, look);
  auto title =
      words("calls/title", calls.title, {.role = is_tight(look) ? Role::Heading : Role::Title});
  std::vector<Storey> body;
  auto const count = std::min(calls.lines.size(), most_lines(tools, look));
  for (std::size_t i = 0; i < count; ++i)
    body.push_back({.block = line(calls.lines[i], look), .gap_below_mm = gap});
  body.push_back({.block = space(), .grow = 1});
  body.push_back({.block = is_back_at_foot(look) ? foot_with_back(back, tools, look)
                                                 : tools_row(tools, look)});
  auto head =
      look.is_low() ? low_title(std::move(title))
      : !is_back_at_foot(look)
          ? column({{.block = back_line(back), .gap_below_mm = gap}, {.block = std::move(title)}})
          : std::move(title);
  return {std::move(head), column(std::move(body))};
}

}  // namespace inloop::ui
