#include "kiosk/platform/gui_renderer.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include <SDL.h>
#include <imgui.h>

#include "kiosk/base/assert.h"
#include "kiosk/platform/texture_store.h"

namespace inloop::platform {
namespace {

constexpr std::size_t indices_in_quad = 6;

struct Upright {
  SDL_Rect where{};
  SDL_Rect source{};  // in pixels of the texture; unused without one
  SDL_Color colour{};
};

SDL_Color colour_of(ImU32 packed) {
  return {static_cast<Uint8>(packed >> IM_COL32_R_SHIFT),
          static_cast<Uint8>(packed >> IM_COL32_G_SHIFT),
          static_cast<Uint8>(packed >> IM_COL32_B_SHIFT),
          static_cast<Uint8>(packed >> IM_COL32_A_SHIFT)};
}

int rounded(float value) {
  return static_cast<int>(std::lround(value));
}

// Edges are rounded, not sizes, so that neighbours keep touching each other.
SDL_Rect rect_between(ImVec2 first, ImVec2 last) {
  int const left = rounded(first.x);
  int const top = rounded(first.y);
  return {left, top, rounded(last.x) - left, rounded(last.y) - top};
}

// Dear ImGui writes a rectangle as corners a b c d clockwise from the top left, in the triangles
// a b c and a c d (ImDrawList::PrimRect, PrimRectUV).
bool are_indices_of_quad(std::span<ImDrawIdx const> indices) {
  ImDrawIdx const a = indices[0];
  return indices[1] == a + 1 && indices[2] == a + 2 && indices[3] == a && indices[4] == a + 2 &&
         indices[5] == a + 3;
}

bool is_upright(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d) {
  return a.y == b.y && c.y == d.y && a.x == d.x && b.x == c.x && a.x < b.x && a.y < d.y;
}

std::optional<Upright> as_upright(std::span<ImDrawIdx const> indices, ImDrawVert const* vertices,
                                  Texture const* texture) {
  if (indices.size() < indices_in_quad || !are_indices_of_quad(indices)) return std::nullopt;
  ImDrawVert const& a = vertices[indices[0]];
  ImDrawVert const& b = vertices[indices[1]];
  ImDrawVert const& c = vertices[indices[2]];
  ImDrawVert const& d = vertices[indices[5]];
  if (!is_upright(a.pos, b.pos, c.pos, d.pos)) return std::nullopt;
  if (a.col != b.col || a.col != c.col || a.col != d.col) return std::nullopt;

  Upright upright{.where = rect_between(a.pos, c.pos), .colour = colour_of(a.col)};
  if (texture == nullptr) return upright;
  if (!is_upright(a.uv, b.uv, c.uv, d.uv)) return std::nullopt;
  auto const width = static_cast<float>(texture->width_px);
  auto const height = static_cast<float>(texture->height_px);
  upright.source =
      rect_between({a.uv.x * width, a.uv.y * height}, {c.uv.x * width, c.uv.y * height});
  return upright;
}

void copy(SDL_Renderer& renderer, Texture const& texture, Upright const& upright) {
  SDL_Color const colour = upright.colour;
  SDL_SetTextureColorMod(texture.handle, colour.r, colour.g, colour.b);
  SDL_SetTextureAlphaMod(texture.handle, colour.a);
  bool const is_covering = texture.is_opaque && colour.a == SDL_ALPHA_OPAQUE;
  SDL_SetTextureBlendMode(texture.handle, is_covering ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  SDL_RenderCopy(&renderer, texture.handle, &upright.source, &upright.where);
}

void fill(SDL_Renderer& renderer, Upright const& upright) {
  SDL_Color const colour = upright.colour;
  SDL_SetRenderDrawBlendMode(
      &renderer, colour.a == SDL_ALPHA_OPAQUE ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  SDL_SetRenderDrawColor(&renderer, colour.r, colour.g, colour.b, colour.a);
  SDL_RenderFillRect(&renderer, &upright.where);
}

// One draw command: the same texture and clip for all its triangles.
class Command {
 public:
  Command(SDL_Renderer& renderer, ImDrawList const& list, ImDrawCmd const& command,
          Texture const* texture)
      : m_renderer(renderer),
        m_vertices(list.VtxBuffer.Data + command.VtxOffset),
        m_vertex_count(list.VtxBuffer.Size - static_cast<int>(command.VtxOffset)),
        m_indices(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount),
        m_texture(texture) {}

  void draw() const {
    std::size_t first_rough = 0;  // where the triangles begin that are not drawn yet
    std::size_t at = 0;
    while (at < m_indices.size()) {
      auto const upright = as_upright(m_indices.subspan(at), m_vertices, m_texture);
      if (!upright) {
        at += 3;
        continue;
      }
      draw_triangles(first_rough, at);
      if (m_texture != nullptr)
        copy(m_renderer, *m_texture, *upright);
      else
        fill(m_renderer, *upright);
      at += indices_in_quad;
      first_rough = at;
    }
    draw_triangles(first_rough, at);
  }

 private:
  void draw_triangles(std::size_t begin, std::size_t end) const {
    if (begin == end) return;
    SDL_Texture* const handle = m_texture != nullptr ? m_texture->handle : nullptr;
    if (handle != nullptr) SDL_SetTextureBlendMode(handle, SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawBlendMode(&m_renderer, SDL_BLENDMODE_BLEND);
    auto const* const colours = reinterpret_cast<SDL_Color const*>(
        reinterpret_cast<std::byte const*>(m_vertices) + offsetof(ImDrawVert, col));
    constexpr int stride_bytes = sizeof(ImDrawVert);
    SDL_RenderGeometryRaw(&m_renderer, handle, &m_vertices->pos.x, stride_bytes, colours,
                          stride_bytes, &m_vertices->uv.x, stride_bytes, m_vertex_count,
                          m_indices.data() + begin, static_cast<int>(end - begin),
                          sizeof(ImDrawIdx));
  }

  SDL_Renderer& m_renderer;
  ImDrawVert const* m_vertices;
  int m_vertex_count;
  std::span<ImDrawIdx const> m_indices;
  Texture const* m_texture;
};

void draw_list(ImDrawList const& list, SdlTextureStore const& textures, SDL_Renderer& renderer) {
  for (ImDrawCmd const& command : list.CmdBuffer) {
    INLOOP_ASSERT(command.UserCallback == nullptr);
    Texture const* const texture =
        command.TextureId != nullptr ? textures.find(command.TextureId) : nullptr;
    if (command.TextureId != nullptr && texture == nullptr) continue;
    SDL_Rect const clip = rect_between({command.ClipRect.x, command.ClipRect.y},
                                       {command.ClipRect.z, command.ClipRect.w});
    if (clip.w <= 0 || clip.h <= 0) continue;
    SDL_RenderSetClipRect(&renderer, &clip);
    Command(renderer, list, command, texture).draw();
  }
}

}  // namespace

void draw_gui(ImDrawData const& picture, SdlTextureStore const& textures, SDL_Renderer& renderer) {
  INLOOP_ASSERT(picture.DisplayPos.x == 0 && picture.DisplayPos.y == 0);  // one glass, one window
  std::span<ImDrawList* const> const lists(picture.CmdLists,
                                           static_cast<std::size_t>(picture.CmdListsCount));
  for (ImDrawList const* list : lists) draw_list(*list, textures, renderer);
  SDL_RenderSetClipRect(&renderer, nullptr);
}

}  // namespace inloop::platform
