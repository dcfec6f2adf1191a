#pragma once
// A painted picture and the place where painted pictures are kept for drawing. The painter makes
// Pixels and knows no graphics library; whoever owns the window keeps them. UI thread.

#include <cstdint>
#include <vector>

namespace inloop {

// Row by row from the top left, 4 bytes a pixel in memory order blue, green, red, alpha, colours
// multiplied by alpha (Cairo's ARGB32 on little-endian machines).
struct Pixels {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> bgra;  // width_px * height_px * 4 bytes
};

// What the drawing library takes as the name of a texture.
using TextureId = void*;

class TextureStore {
 public:
  virtual ~TextureStore() = default;

  // Keeps a copy until destroy(). Null when the graphics memory cannot hold it.
  [[nodiscard]] virtual TextureId create(Pixels const& pixels) = 0;
  virtual void destroy(TextureId texture) = 0;

  // Grows by one each time all textures were lost (a graphics reset): paint again.
  [[nodiscard]] virtual std::uint64_t generation() const = 0;
};

}  // namespace inloop
