#include <algorithm>
#include <array>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/paint.h"

namespace inloop::ui {
namespace {

constexpr double bar_share = 0.62;     // of the width that a bar has
constexpr double whisker_share = 0.3;  // of the bar

struct Column {
  double left_px = 0;
  double width_px = 0;
  double ground_px = 0;  // where zero is
  double reach_px = 0;   // from zero to a whole share

  [[nodiscard]] double top_of(double share) const { return ground_px - share * reach_px; }
  [[nodiscard]] double middle_px() const { return left_px + width_px / 2; }
};

void line(Canvas const& canvas, double from_x, double from_y, double to_x, double to_y) {
  cairo_move_to(canvas.pen(), from_x, from_y);
  cairo_line_to(canvas.pen(), to_x, to_y);
  cairo_stroke(canvas.pen());
}

void paint_missing(Canvas const& canvas, Column const& column, Chart const& chart) {
  std::array const dashes{chart.line_px * 3.0, chart.line_px * 3.0};
  cairo_set_dash(canvas.pen(), dashes.data(), static_cast<int>(dashes.size()), 0);
  canvas.ink(chart.line);
  cairo_rectangle(canvas.pen(), column.left_px, column.top_of(0.5), column.width_px,
                  column.ground_px - column.top_of(0.5));
  cairo_stroke(canvas.pen());
  cairo_set_dash(canvas.pen(), nullptr, 0, 0);
}

void paint_bar(Canvas const& canvas, Column const& column, ChartBar const& bar,
               Chart const& chart) {
  auto const top = column.top_of(bar.height);
  cairo_rectangle(canvas.pen(), column.left_px, top, column.width_px, column.ground_px - top);
  canvas.ink(chart.fill);
  cairo_fill_preserve(canvas.pen());
  canvas.ink(chart.ink);
  cairo_stroke(canvas.pen());
  auto const high = column.top_of(bar.high);
  auto const low = column.top_of(bar.low);
  auto const reach = column.width_px * whisker_share / 2;
  auto const middle = column.middle_px();
  line(canvas, middle, high, middle, low);
  line(canvas, middle - reach, high, middle + reach, high);
  line(canvas, middle - reach, low, middle + reach, low);
}

}  // namespace

Pixels painted(Chart const& chart) {
  Canvas const canvas(chart.width_px, chart.height_px);
  cairo_set_line_width(canvas.pen(), chart.line_px);
  auto const ground = chart.height_px - static_cast<double>(chart.line_px);
  auto const room = static_cast<double>(chart.width_px) /
                    static_cast<double>(std::max<std::size_t>(chart.bars.size(), 1));
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    Column const column{.left_px = room * (static_cast<double>(i) + (1 - bar_share) / 2),
                        .width_px = room * bar_share,
                        .ground_px = ground,
                        .reach_px = ground - chart.line_px};
    auto const& bar = chart.bars[i];
    if (bar.is_missing)
      paint_missing(canvas, column, chart);
    else
      paint_bar(canvas, column, bar, chart);
  }
  canvas.ink(chart.line);
  line(canvas, 0, ground, chart.width_px, ground);
  return canvas.pixels();
}

}  // namespace inloop::ui
