#include "kiosk/paper/dots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#include <cairo.h>

#include "kiosk/base/assert.h"

namespace inloop::paper {
namespace {

// A letter's thin strokes stay whole when they count as dark a little early.
constexpr double letter_threshold = 0.38;
// Paper turns darker than meant: dots run into one another.
constexpr double most_picture_darkness = 0.94;
constexpr double picture_contrast = 1.15;

bool is_inside(Square const& square, int x_dots, int y_dots) {
  return x_dots >= square.left_dots && x_dots < square.left_dots + square.side_dots &&
         y_dots >= square.top_dots && y_dots < square.top_dots + square.side_dots;
}

}  // namespace

DotCanvas::DotCanvas(int width_dots, int height_dots)
    : m_surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_dots, height_dots)),
      m_pen(cairo_create(m_surface)) {
  // Only a size that is no size, or no memory at all, brings us here.
  INLOOP_ASSERT(cairo_status(m_pen) == CAIRO_STATUS_SUCCESS);
  cairo_set_source_rgb(m_pen, 1, 1, 1);
  cairo_paint(m_pen);
  cairo_set_source_rgb(m_pen, 0, 0, 0);
}

DotCanvas::~DotCanvas() {
  cairo_destroy(m_pen);
  cairo_surface_destroy(m_surface);
}

void DotCanvas::rule(double top, double thickness, double margin) const {
  constexpr double gap_share = 2.5;
  auto const width = cairo_image_surface_get_width(m_surface);
  for (double left = margin; left + thickness <= width - margin; left += gap_share * thickness)
    cairo_rectangle(m_pen, std::round(left), std::round(top), thickness, thickness);
  cairo_fill(m_pen);
}

double DotCanvas::darkness(int x_dots, int y_dots) const {
  auto const* const data = cairo_image_surface_get_data(m_surface);
  std::uint32_t pixel = 0;
  std::memcpy(&pixel,
              data + std::ptrdiff_t{y_dots} * cairo_image_surface_get_stride(m_surface) +
                  std::ptrdiff_t{x_dots} * 4,
              sizeof pixel);
  auto const channel = [pixel](unsigned shift) { return (pixel >> shift & 0xFFU) / 255.0; };
  // The weights of ITU-R BT.709.
  return 1 - (0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0));
}

BitPicture DotCanvas::picture() const {
  cairo_surface_flush(m_surface);
  BitPicture picture(cairo_image_surface_get_width(m_surface),
                     cairo_image_surface_get_height(m_surface));
  for (int y = 0; y < picture.height_dots(); ++y)
    for (int x = 0; x < picture.width_dots(); ++x) {
      auto const is_shaded = std::ranges::any_of(
          m_shaded, [x, y](Square const& square) { return is_inside(square, x, y); });
      if (!is_shaded && darkness(x, y) > letter_threshold) picture.darken(x, y);
    }
  for (auto const& square : m_shaded) scatter(picture, square);
  return picture;
}

// Bill Atkinson's dithering: it hands on six eighths of each dot's error, which keeps the light
// parts of a small picture clean.
void DotCanvas::scatter(BitPicture& picture, Square const& square) const {
  struct Neighbour {
    int right;
    int down;
  };
  constexpr std::array neighbours{Neighbour{1, 0}, Neighbour{2, 0}, Neighbour{-1, 1},
                                  Neighbour{0, 1}, Neighbour{1, 1}, Neighbour{0, 2}};
  auto const side = static_cast<std::size_t>(square.side_dots);
  std::vector<double> error(side * side);
  auto const at = [side](int x, int y) {
    return static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x);
  };
  for (int y = 0; y < square.side_dots; ++y)
    for (int x = 0; x < square.side_dots; ++x) {
      auto const x_dots = square.left_dots + x;
      auto const y_dots = square.top_dots + y;
      if (x_dots >= picture.width_dots() || y_dots >= picture.height_dots()) continue;
      auto const meant =
          std::min(picture_contrast * darkness(x_dots, y_dots), most_picture_darkness);
      auto const wanted = meant + error[at(x, y)];
      auto const is_dark = wanted > 0.5;
      if (is_dark) picture.darken(x_dots, y_dots);
      auto const share = (wanted - (is_dark ? 1 : 0)) / 8;
      for (auto const& [right, down] : neighbours)
        if (x + right >= 0 && x + right < square.side_dots && y + down < square.side_dots)
          error[at(x + right, y + down)] += share;
    }
}

}  // namespace inloop::paper
