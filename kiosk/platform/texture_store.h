#pragma once
// Keeps painted pictures as textures of one SDL renderer. It never paints: when a graphics reset
// took the textures, it forgets them all and whoever painted them paints again. UI thread.

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "kiosk/base/pixels.h"

struct SDL_Renderer;
struct SDL_Texture;

namespace inloop::platform {

struct Texture {
  SDL_Texture* handle = nullptr;
  int width_px = 0;
  int height_px = 0;
  bool is_opaque = false;  // every pixel covers what is behind it: it can be copied, not blended
};

class SdlTextureStore final : public TextureStore {
 public:
  // More than the painter's cache may hold; a leak ends in missing pictures, not in a dead machine.
  static constexpr std::size_t most_bytes = std::size_t{256} << 20;
  static constexpr int longest_side_px = 8192;

  // The renderer must outlive the store.
  explicit SdlTextureStore(SDL_Renderer& renderer);
  ~SdlTextureStore() override;
  SdlTextureStore(SdlTextureStore const&) = delete;
  SdlTextureStore& operator=(SdlTextureStore const&) = delete;

  [[nodiscard]] TextureId create(Pixels const& pixels) override;
  void destroy(TextureId texture) override;
  [[nodiscard]] std::uint64_t generation() const override { return m_generation; }

  // To be called when the window reports that the graphics were reset.
  void lose_all();

  // Null for a name that is not kept any more, such as one from before a graphics reset.
  [[nodiscard]] Texture const* find(TextureId texture) const;

  [[nodiscard]] std::size_t kept_bytes() const { return m_kept_bytes; }
  [[nodiscard]] std::size_t count() const { return m_textures.size(); }

 private:
  SDL_Renderer& m_renderer;
  // Names are never used twice, so that an old one cannot show somebody else's picture.
  std::uintptr_t m_last_name = 0;
  std::unordered_map<TextureId, Texture> m_textures;
  std::size_t m_kept_bytes = 0;
  std::uint64_t m_generation = 0;
};

}  // namespace inloop::platform
