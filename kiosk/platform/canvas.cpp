#include "kiosk/platform/canvas.h"

#include <SDL.h>

namespace inloop::platform {

void clear(SDL_Renderer& renderer, Colour colour) {
  SDL_SetRenderDrawColor(&renderer, colour.red, colour.green, colour.blue, SDL_ALPHA_OPAQUE);
  SDL_RenderClear(&renderer);
}

Result<Pixels> read_back(SDL_Renderer& renderer) {
  Pixels pixels;
  if (SDL_GetRendererOutputSize(&renderer, &pixels.width_px, &pixels.height_px) != 0)
    return failure("cannot read the picture back: {}", SDL_GetError());
  int const pitch_bytes = 4 * pixels.width_px;
  pixels.bgra.resize(static_cast<std::size_t>(pitch_bytes) *
                     static_cast<std::size_t>(pixels.height_px));
  if (SDL_RenderReadPixels(&renderer, nullptr, SDL_PIXELFORMAT_ARGB8888, pixels.bgra.data(),
                           pitch_bytes) != 0)
    return failure("cannot read the picture back: {}", SDL_GetError());
  return pixels;
}

}  // namespace inloop::platform
