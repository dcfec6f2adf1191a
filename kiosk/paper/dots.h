#pragma once
// A white strip of paper on which Cairo draws in greys and colours, and its way to black dots. For
// this folder only. Belongs to one thread.

#include <vector>

#include "kiosk/paper/bit_picture.h"

struct _cairo;
struct _cairo_surface;

namespace inloop::paper {

struct Square {
  int left_dots = 0;
  int top_dots = 0;
  int side_dots = 0;
};

class DotCanvas {
 public:
  DotCanvas(int width_dots, int height_dots);
  ~DotCanvas();
  DotCanvas(DotCanvas const&) = delete;
  DotCanvas& operator=(DotCanvas const&) = delete;

  [[nodiscard]] _cairo* pen() const { return m_pen; }

  // A dotted line from side to side.
  void rule(double top, double thickness, double margin) const;

  // What was drawn in this square is a picture with greys: it is printed as finer and coarser dots.
  void shade(Square square) { m_shaded.push_back(square); }

  // Letters and codes have sharp edges; squares that were shaded have greys.
  [[nodiscard]] BitPicture picture() const;

 private:
  [[nodiscard]] double darkness(int x_dots, int y_dots) const;  // 0 white to 1 black
  void scatter(BitPicture& picture, Square const& square) const;

  _cairo_surface* m_surface;
  _cairo* m_pen;
  std::vector<Square> m_shaded;
};

}  // namespace inloop::paper
