#include "tests/support/memory_glass.h"

#include <utility>

#include <SDL.h>

#include "kiosk/base/assert.h"

namespace inloop::test {

MemoryGlass::MemoryGlass(int width_px, int height_px)
    : m_surface(SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_RGB888)),
      m_renderer(SDL_CreateSoftwareRenderer(m_surface)) {
  INLOOP_ASSERT(m_renderer != nullptr);
  platform::clear(*m_renderer, {.red = 0, .green = 0, .blue = 0});
}

MemoryGlass::~MemoryGlass() {
  SDL_DestroyRenderer(m_renderer);
  SDL_FreeSurface(m_surface);
}

Pixels MemoryGlass::picture() const {
  auto picture = platform::read_back(*m_renderer);
  INLOOP_ASSERT(picture.has_value());
  return std::move(*picture);
}

platform::Colour MemoryGlass::at(int x_px, int y_px) const {
  Pixels const drawn = picture();
  auto const at = static_cast<std::size_t>(4 * (y_px * drawn.width_px + x_px));
  return {.red = drawn.bgra[at + 2], .green = drawn.bgra[at + 1], .blue = drawn.bgra[at]};
}

Pixels plain_pixels(int width_px, int height_px, platform::Colour colour, std::uint8_t alpha) {
  auto const multiplied = [&](std::uint8_t channel) {
    return static_cast<std::uint8_t>((channel * alpha + 127) / 255);
  };
  Pixels pixels{.width_px = width_px, .height_px = height_px};
  for (int count = 0; count < width_px * height_px; ++count)
    pixels.bgra.insert(pixels.bgra.end(), {multiplied(colour.blue), multiplied(colour.green),
                                           multiplied(colour.red), alpha});
  return pixels;
}

}  // namespace inloop::test
