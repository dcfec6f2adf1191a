#include "kiosk/platform/texture_store.h"

#include <algorithm>

#include <SDL.h>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"

namespace inloop::platform {
namespace {

std::size_t bytes_of(Texture const& texture) {
  return std::size_t{4} * static_cast<std::size_t>(texture.width_px) *
         static_cast<std::size_t>(texture.height_px);
}

bool is_every_pixel_opaque(Pixels const& pixels) {
  for (std::size_t at = 3; at < pixels.bgra.size(); at += 4)
    if (pixels.bgra[at] != 255) return false;
  return true;
}

// SDL's software renderer can blend colours only as they are, not multiplied by their alpha.
std::vector<std::uint8_t> unpremultiplied(std::vector<std::uint8_t> bgra) {
  for (std::size_t at = 0; at < bgra.size(); at += 4) {
    unsigned const alpha = bgra[at + 3];
    if (alpha == 0 || alpha == 255) continue;
    for (std::size_t channel = at; channel < at + 3; ++channel) {
      unsigned const colour = (bgra[channel] * 255U + alpha / 2) / alpha;
      bgra[channel] = static_cast<std::uint8_t>(std::min(colour, 255U));
    }
  }
  return bgra;
}

// Null, with SDL's reason in SDL_GetError(), when there is no room.
SDL_Texture* upload(SDL_Renderer& renderer, Pixels const& pixels, bool is_opaque) {
  SDL_Texture* const handle =
      SDL_CreateTexture(&renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                        pixels.width_px, pixels.height_px);
  if (handle == nullptr) return nullptr;
  int const pitch_bytes = 4 * pixels.width_px;
  int const result =
      is_opaque
          ? SDL_UpdateTexture(handle, nullptr, pixels.bgra.data(), pitch_bytes)
          : SDL_UpdateTexture(handle, nullptr, unpremultiplied(pixels.bgra).data(), pitch_bytes);
  if (result != 0 || SDL_SetTextureBlendMode(handle, SDL_BLENDMODE_BLEND) != 0) {
    SDL_DestroyTexture(handle);
    return nullptr;
  }
  return handle;
}

}  // namespace

SdlTextureStore::SdlTextureStore(SDL_Renderer& renderer) : m_renderer(renderer) {}

SdlTextureStore::~SdlTextureStore() {
  for (auto const& [name, texture] : m_textures) SDL_DestroyTexture(texture.handle);
}

TextureId SdlTextureStore::create(Pixels const& pixels) {
  Texture texture{.width_px = pixels.width_px, .height_px = pixels.height_px};
  INLOOP_ASSERT(pixels.width_px > 0 && pixels.height_px > 0);
  INLOOP_ASSERT(pixels.bgra.size() == bytes_of(texture));
  if (pixels.width_px > longest_side_px || pixels.height_px > longest_side_px ||
      m_kept_bytes + bytes_of(texture) > most_bytes) {
    log::error("no room for a picture of {} x {} pixels", pixels.width_px, pixels.height_px);
    return nullptr;
  }
  texture.is_opaque = is_every_pixel_opaque(pixels);
  texture.handle = upload(m_renderer, pixels, texture.is_opaque);
  if (texture.handle == nullptr) {
    log::error("cannot keep a picture: {}", SDL_GetError());
    return nullptr;
  }
  m_kept_bytes += bytes_of(texture);
  auto* const name = reinterpret_cast<TextureId>(++m_last_name);
  m_textures.emplace(name, texture);
  return name;
}

void SdlTextureStore::destroy(TextureId texture) {
  auto const found = m_textures.find(texture);
  if (found == m_textures.end()) return;  // it went with a graphics reset
  m_kept_bytes -= bytes_of(found->second);
  SDL_DestroyTexture(found->second.handle);
  m_textures.erase(found);
}

void SdlTextureStore::lose_all() {
  for (auto const& [name, texture] : m_textures) SDL_DestroyTexture(texture.handle);
  m_textures.clear();
  m_kept_bytes = 0;
  ++m_generation;
}

Texture const* SdlTextureStore::find(TextureId texture) const {
  auto const found = m_textures.find(texture);
  return found == m_textures.end() ? nullptr : &found->second;
}

}  // namespace inloop::platform
