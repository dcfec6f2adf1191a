#include "kiosk/ui/canvas.h"

#include <algorithm>
#include <cstring>
#include <numbers>

#include "kiosk/base/assert.h"

namespace inloop::ui {

Canvas::Canvas(int width_px, int height_px)
    : m_surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px)),
      m_pen(cairo_create(m_surface)) {
  // Only a size that is no size, or no memory at all, brings us here.
  INLOOP_ASSERT(cairo_status(m_pen) == CAIRO_STATUS_SUCCESS);
}

Canvas::~Canvas() {
  cairo_destroy(m_pen);
  cairo_surface_destroy(m_surface);
}

void Canvas::ink(Colour colour) const {
  cairo_set_source_rgb(m_pen, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

void Canvas::rounded(double width_px, double height_px, double radius_px, double inset_px) const {
  auto const right = width_px - inset_px;
  auto const bottom = height_px - inset_px;
  auto const most_radius = std::min(width_px, height_px) / 2 - inset_px;
  auto const radius = std::clamp(radius_px - inset_px, 0.0, most_radius);
  auto const quarter = std::numbers::pi / 2;
  cairo_new_sub_path(m_pen);
  cairo_arc(m_pen, right - radius, inset_px + radius, radius, -quarter, 0);
  cairo_arc(m_pen, right - radius, bottom - radius, radius, 0, quarter);
  cairo_arc(m_pen, inset_px + radius, bottom - radius, radius, quarter, 2 * quarter);
  cairo_arc(m_pen, inset_px + radius, inset_px + radius, radius, 2 * quarter, 3 * quarter);
  cairo_close_path(m_pen);
}

Pixels Canvas::pixels() const {
  cairo_surface_flush(m_surface);
  Pixels pixels{.width_px = cairo_image_surface_get_width(m_surface),
                .height_px = cairo_image_surface_get_height(m_surface),
                .bgra = {}};
  auto const row_bytes = static_cast<std::size_t>(pixels.width_px) * 4;
  auto const stride = static_cast<std::size_t>(cairo_image_surface_get_stride(m_surface));
  pixels.bgra.resize(row_bytes * static_cast<std::size_t>(pixels.height_px));
  auto const* const data = cairo_image_surface_get_data(m_surface);
  for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.height_px); ++row)
    std::memcpy(pixels.bgra.data() + row * row_bytes, data + row * stride, row_bytes);
  return pixels;
}

}  // namespace inloop::ui
