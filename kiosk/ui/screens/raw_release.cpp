#include <algorithm>
#include <cmath>

#include "kiosk/core/raw_lines.h"
#include "kiosk/ui/byte_lines.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui {
namespace {

using core::RawReleaseScreen;

// What is left beside the plate for title, buttons and tools.
double bytes_height_mm(Look const& look) {
  if (look.is_small() && look.is_wide()) return look.height_mm() * 0.3;
  if (look.is_low()) return look.height_mm() * 0.3;
  return look.height_mm() * (look.is_wide() ? 0.38 : look.is_small() ? 0.46 : 0.5);
}

double plate_padding_mm(Look const& look) {
  return look.is_small() ? 2.5 : 6;
}

std::size_t shown_lines(Look const& look) {
  auto const width_mm = look.inside_margins().width_mm - 2 * plate_padding_mm(look) - 3;
  auto const letters = static_cast<double>(letters_a_line(look, width_mm));
  auto const rows = std::floor(bytes_height_mm(look) / byte_line_mm(look));
  auto const rows_a_line = std::ceil(core::raw_line_bytes / letters);
  auto const lines = static_cast<std::size_t>(std::max(std::floor(rows / rows_a_line), 1.0));
  return std::min(lines, core::most_items_shown);
}

BlockPointer bytes(RawReleaseScreen const& raw, Look const& look) {
  std::string text;
  auto const count = std::min(shown_lines(look), raw.lines.size());
  for (std::size_t i = 0; i < count; ++i) {
    text += raw.lines[i];
    if (i + 1 < count && !text.ends_with('\n')) text += '\n';
  }
  if (text.ends_with('\n')) text.pop_back();
  return panel(std::nullopt, plate_padding_mm(look),
               byte_lines("raw_release/lines", {text, raw.lines_spoken.spoken}));
}

}  // namespace

Composition compose(RawReleaseScreen const& raw, core::Tools const& tools, Look const& look) {
  auto const gap = gap_mm(look);
  auto back = back_chip("raw_release/back", raw.back, look);
  auto title =
      words("raw_release/title", raw.title, {.role = is_tight(look) ? Role::Strong : Role::Title});
  std::vector<Storey> head;
  if (!is_back_at_foot(look)) head.push_back({.block = back_line(back), .gap_below_mm = gap});
  head.push_back({.block = std::move(title), .gap_below_mm = gap});
  head.push_back({.block = bytes(raw, look)});
  auto const shown = shown_lines(look);
  std::vector<Storey> body;
  if (has_scroll(raw.scroll, shown))
    body.push_back({.block = equal_row(scroll_buttons("raw_release", raw.scroll, shown, look), gap),
                    .gap_below_mm = gap});
  body.push_back({.block = is_back_at_foot(look) ? foot_with_back(back, tools, look)
                                                 : tools_row(tools, look)});
  return {column(std::move(head)), column(std::move(body)), Surplus::ToHead};
}

}  // namespace inloop::ui
