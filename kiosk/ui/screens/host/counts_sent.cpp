#include <algorithm>
#include <cmath>

#include "kiosk/core/raw_lines.h"
#include "kiosk/ui/byte_lines.h"
#include "kiosk/ui/chart_block.h"
#include "kiosk/ui/screens/host/counts_blocks.h"
#include "kiosk/ui/screens/session_blocks.h"

namespace inloop::ui::host {
namespace {

using counting::FileView;
using counting::SentView;

BlockPointer graph(SentView const& sent, Look const& look) {
  std::vector<LabelledBar> bars;
  for (auto const& bar : sent.bars)
    bars.push_back({.bar = {.is_missing = bar.is_missing,
                            .height = bar.height,
                            .low = bar.low,
                            .high = bar.high},
                    .label = bar.label,
                    .value = bar.value});
  auto const least_mm = look.is_small() ? 18.0 : 60.0;
  auto picture = bar_chart("sent/graph", sent.graph, std::move(bars), least_mm);
  if (look.is_small() && is_tight(look)) return picture;
  return column(
      {{.block = words("sent/graph_title", sent.graph, {.role = Role::Body}), .gap_below_mm = 2},
       {.block = std::move(picture), .grow = 1}});
}

// Small wide glass, and large letters on any small glass, have no height for the graph.
bool has_graph(SentView const& sent, Look const& look) {
  auto const is_first = sent.scroll.first == 0 && !sent.lines.empty();
  return is_first && look.density != Density::Bare && !(look.is_small() && look.is_wide()) &&
         !(look.is_small() && look.is_large());
}

std::size_t shown_lines(SentView const& sent, Look const& look) {
  std::size_t most = look.is_wide() ? 4 : look.is_small() ? 4 : 6;
  if (look.is_wide() && look.is_small()) most = 3;
  if (is_tight(look) || look.is_large()) most = std::max<std::size_t>(2, most / 2);
  return std::min(most, sent.lines.size());
}

BlockPointer line_block(counting::SentLine const& line, std::string const& id, ControlState state,
                        Look const& look) {
  auto const is_small = look.is_small();
  auto text = column(
      {{.block = space(), .grow = 1},
       {.block = words(id + "/month", line.month, {.role = is_small ? Role::Body : Role::Strong})},
       {.block = words(id + "/status", line.status, {.shade = Shade::Soft})},
       {.block = space(), .grow = 1}});
  std::vector<Seat> seats;
  if (look.density != Density::Bare)
    seats.push_back({.block = emoji(line.is_received ? "✅" : "⏳", look.picture_mm(9))});
  seats.push_back({.block = std::move(text), .share = 1});
  auto made = button_control(id, line.button, state);
  made.inside = row(std::move(seats), look.small_gap_mm());
  made.padding_mm = is_small ? 2 : 4;
  return control(std::move(made));
}

BlockPointer lines_block(SentView const& sent, std::size_t shown, ControlState state,
                         Look const& look) {
  std::vector<Storey> storeys;
  for (std::size_t i = 0; i < shown; ++i) {
    auto const number = static_cast<std::size_t>(sent.scroll.first) + i + 1;
    storeys.push_back(
        {.block = line_block(sent.lines[i], "sent/line_" + std::to_string(number), state, look),
         .grow = 1,
         .most_mm = look.picture_mm(30),
         .gap_below_mm = look.small_gap_mm()});
  }
  if (sent.empty)
    storeys.push_back({.block = words("sent/empty", *sent.empty, {.role = Role::Strong}),
                       .gap_below_mm = look.small_gap_mm()});
  storeys.push_back({.block = space(), .grow = 0.2});
  if (has_scroll(sent.scroll, shown))
    storeys.push_back({.block = equal_row(scroll_buttons("sent", sent.scroll, shown, look),
                                          look.small_gap_mm())});
  return column(std::move(storeys));
}

// What is left for the bytes beside everything else on the page.
std::size_t shown_bytes(FileView const& file, Look const& look, double width_mm) {
  auto const share = look.is_wide() ? (look.is_small() ? 0.25 : 0.45) : 0.55;
  auto const letters = static_cast<double>(letters_a_line(look, width_mm));
  auto const rows = std::floor(look.height_mm() * share / byte_line_mm(look));
  auto const rows_a_line = std::ceil(core::raw_line_bytes / letters);
  auto const lines = static_cast<std::size_t>(std::max(std::floor(rows / rows_a_line), 1.0));
  return std::min({lines, core::most_items_shown, file.lines.size()});
}

}  // namespace

BlockPointer sent_block(SentView const& sent, ControlState state, Look const& look) {
  auto const shown = shown_lines(sent, look);
  auto lines = lines_block(sent, shown, state, look);
  if (!has_graph(sent, look)) return lines;
  if (look.is_wide())
    return row(
        {{.block = graph(sent, look), .share = 1.4}, {.block = std::move(lines), .share = 1}},
        look.normal_gap_mm());
  return column(
      {{.block = graph(sent, look), .grow = 1, .most_mm = 130, .gap_below_mm = gap_mm(look)},
       {.block = std::move(lines), .grow = 1}});
}

BlockPointer file_block(FileView const& file, Look const& look) {
  constexpr double padding_mm = 3;
  auto const gap = gap_mm(look);
  auto const width_mm = look.inside_margins().width_mm - 2 * padding_mm - 3;
  auto const shown = shown_bytes(file, look, width_mm);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    text += file.lines[i];
    if (i + 1 < shown && !text.ends_with('\n')) text += '\n';
  }
  if (text.ends_with('\n')) text.pop_back();
  std::vector<Storey> storeys{
      {.block =
           words("file/facts", file.facts, {.role = look.is_small() ? Role::Body : Role::Strong}),
       .gap_below_mm = gap},
      {.block = panel(std::nullopt, padding_mm,
                      byte_lines("file/lines", {text, file.lines_spoken.spoken})),
       .gap_below_mm = gap},
      {.block = space(), .grow = 1}};
  if (has_scroll(file.scroll, shown))
    storeys.push_back({.block = equal_row(scroll_buttons("file", file.scroll, shown, look), gap)});
  return column(std::move(storeys));
}

}  // namespace inloop::ui::host
