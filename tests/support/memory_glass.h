#pragma once
// A glass in memory: SDL's software renderer on a surface, without a display. Test thread.

#include <array>
#include <cstdint>
#include <memory>

#include "kiosk/base/pixels.h"
#include "kiosk/platform/canvas.h"

struct SDL_Renderer;
struct SDL_Surface;

namespace inloop::test {

class MemoryGlass {
 public:
  MemoryGlass(int width_px, int height_px);
  ~MemoryGlass();
  MemoryGlass(MemoryGlass const&) = delete;
  MemoryGlass& operator=(MemoryGlass const&) = delete;

  [[nodiscard]] SDL_Renderer& renderer() { return *m_renderer; }
  [[nodiscard]] Pixels picture() const;
  [[nodiscard]] platform::Colour at(int x_px, int y_px) const;

 private:
  SDL_Surface* m_surface;
  SDL_Renderer* m_renderer;
};

// A picture of one colour; the colours are given as they look, not multiplied by alpha.
[[nodiscard]] Pixels plain_pixels(int width_px, int height_px, platform::Colour colour,
                                  std::uint8_t alpha = 255);

}  // namespace inloop::test
