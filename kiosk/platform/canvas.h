#pragma once
// What can be done with any SDL renderer, be it of a window or of a test's memory: clearing it and
// reading back what was drawn. UI thread.

#include "kiosk/base/pixels.h"
#include "kiosk/base/result.h"

struct SDL_Renderer;

namespace inloop::platform {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(Colour const&) const = default;
};

void clear(SDL_Renderer& renderer, Colour colour);

// To be called after drawing and before presenting: what is read later is undefined.
[[nodiscard]] Result<Pixels> read_back(SDL_Renderer& renderer);

}  // namespace inloop::platform
