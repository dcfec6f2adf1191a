#pragma once
// A Cairo picture in memory on the way to becoming Pixels. For the painters of this folder only: it
// is the one header that includes Cairo. UI thread.

#include <cairo.h>

#include "kiosk/base/pixels.h"
#include "kiosk/ui/colour.h"

namespace inloop::ui {

class Canvas {
 public:
  Canvas(int width_px, int height_px);
  ~Canvas();
  Canvas(Canvas const&) = delete;
  Canvas& operator=(Canvas const&) = delete;

  [[nodiscard]] cairo_t* pen() const { return m_pen; }
  [[nodiscard]] cairo_surface_t* surface() const { return m_surface; }

  void ink(Colour colour) const;

  // A path: a rectangle with round corners, `inset_px` inside (0, 0, width, height).
  void rounded(double width_px, double height_px, double radius_px, double inset_px) const;

  [[nodiscard]] Pixels pixels() const;

 private:
  cairo_surface_t* m_surface;
  cairo_t* m_pen;
};

}  // namespace inloop::ui
