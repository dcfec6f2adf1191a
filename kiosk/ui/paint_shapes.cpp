#include <cmath>
#include <numbers>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/paint.h"

namespace inloop::ui {
namespace {

constexpr double whole_turn = 2 * std::numbers::pi;
constexpr double qr_corner_modules = 2.5;  // well inside the quiet zone

// From the centre towards an angle, clockwise from 12 o'clock.
void hand(Canvas const& canvas, double turn, double from_px, double to_px) {
  auto const x = std::sin(turn);
  auto const y = -std::cos(turn);
  cairo_move_to(canvas.pen(), x * from_px, y * from_px);
  cairo_line_to(canvas.pen(), x * to_px, y * to_px);
  cairo_stroke(canvas.pen());
}

}  // namespace

Pixels painted(Plate const& plate) {
  Canvas const canvas(plate.width_px, plate.height_px);
  auto const face_height_px = static_cast<double>(plate.height_px) - plate.shadow_px;
  if (plate.shadow_px > 0) {
    canvas.rounded(plate.width_px, plate.height_px, plate.radius_px, 0);
    canvas.ink(plate.shadow);
    cairo_fill(canvas.pen());
  }
  canvas.rounded(plate.width_px, face_height_px, plate.radius_px, 0);
  canvas.ink(plate.edge_px > 0 ? plate.edge : plate.fill);
  cairo_fill(canvas.pen());
  if (plate.edge_px > 0) {
    canvas.rounded(plate.width_px, face_height_px, plate.radius_px, plate.edge_px);
    canvas.ink(plate.fill);
    cairo_fill(canvas.pen());
  }
  return canvas.pixels();
}

Pixels painted(Outline const& outline) {
  Canvas const canvas(outline.width_px, outline.height_px);
  canvas.rounded(outline.width_px, outline.height_px, outline.radius_px, outline.edge_px / 2);
  cairo_set_line_width(canvas.pen(), outline.edge_px);
  canvas.ink(outline.colour);
  cairo_stroke(canvas.pen());
  return canvas.pixels();
}

Pixels painted(ClockFace const& clock) {
  Canvas const canvas(clock.size_px, clock.size_px);
  auto const radius = clock.size_px / 2.0;
  auto const rim = radius * 0.11;
  cairo_translate(canvas.pen(), radius, radius);
  cairo_arc(canvas.pen(), 0, 0, radius - rim / 2 - 0.5, 0, whole_turn);
  canvas.ink(clock.face);
  cairo_fill_preserve(canvas.pen());
  canvas.ink(clock.ink);
  cairo_set_line_width(canvas.pen(), rim);
  cairo_stroke(canvas.pen());

  for (int hour = 0; hour < 12; ++hour) {
    auto const is_quarter = hour % 3 == 0;
    cairo_set_line_width(canvas.pen(), radius * (is_quarter ? 0.09 : 0.045));
    hand(canvas, whole_turn * hour / 12, radius * (is_quarter ? 0.66 : 0.74), radius * 0.82);
  }
  cairo_set_line_cap(canvas.pen(), CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width(canvas.pen(), radius * 0.15);
  hand(canvas, whole_turn * clock.minute_of_day / (12 * 60), 0, radius * 0.42);
  cairo_set_line_width(canvas.pen(), radius * 0.095);
  hand(canvas, whole_turn * clock.minute_of_day / 60, 0, radius * 0.64);
  cairo_arc(canvas.pen(), 0, 0, radius * 0.1, 0, whole_turn);
  cairo_fill(canvas.pen());
  return canvas.pixels();
}

Pixels painted(Countdown const& countdown) {
  Canvas const canvas(countdown.size_px, countdown.size_px);
  auto const radius = countdown.size_px / 2.0;
  auto const width = radius * 0.1;
  cairo_translate(canvas.pen(), radius, radius);
  cairo_set_line_width(canvas.pen(), width);
  cairo_arc(canvas.pen(), 0, 0, radius - width / 2 - 0.5, 0, whole_turn);
  canvas.ink(countdown.track);
  cairo_stroke(canvas.pen());
  auto const from = -whole_turn / 4;
  cairo_set_line_cap(canvas.pen(), CAIRO_LINE_CAP_ROUND);
  canvas.ink(countdown.ink);
  if (countdown.left > 0) {
    cairo_arc(canvas.pen(), 0, 0, radius - width / 2 - 0.5, from,
              from + whole_turn * countdown.left / countdown.total);
    cairo_stroke(canvas.pen());
  }
  return canvas.pixels();
}

Pixels painted(QrPlate const& plate) {
  auto const module = plate.module_px;
  auto const side = plate.code.side_with_quiet_zone() * module;
  Canvas const canvas(side, side);
  canvas.rounded(side, side, qr_corner_modules * module, 0);
  canvas.ink({255, 255, 255});
  cairo_fill(canvas.pen());
  canvas.ink({0, 0, 0});
  cairo_set_antialias(canvas.pen(), CAIRO_ANTIALIAS_NONE);
  for (int row = 0; row < plate.code.side; ++row)
    for (int column = 0; column < plate.code.side; ++column)
      if (plate.code.is_dark(column, row))
        cairo_rectangle(canvas.pen(), (column + qr::quiet_modules) * module,
                        (row + qr::quiet_modules) * module, module, module);
  cairo_fill(canvas.pen());
  return canvas.pixels();
}

}  // namespace inloop::ui
