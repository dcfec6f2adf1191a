#include "kiosk/ui/paint.h"

#include <algorithm>

namespace inloop::ui {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};

}  // namespace

Painter::Painter(TextureStore& textures, Typesetter& typesetter)
    : m_textures(textures), m_typesetter(typesetter), m_generation(textures.generation()) {}

Painter::~Painter() {
  forget();
}

void Painter::forget() {
  bool const is_lost = m_generation != m_textures.generation();
  for (auto const& kept : m_kept)
    if (kept.picture.texture && !is_lost) m_textures.destroy(kept.picture.texture);
  m_kept.clear();
  m_bytes = 0;
}

void Painter::start_frame() {
  ++m_frame;
  if (m_generation == m_textures.generation()) return;
  m_generation = m_textures.generation();
  m_kept.clear();
  m_bytes = 0;
}

Painter::Picture Painter::picture(Painting const& painting) {
  auto const found = std::ranges::find(m_kept, painting, &Kept::painting);
  if (found != m_kept.end()) {
    found->shown_in_frame = m_frame;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return m_kept.front().picture;
  }
  auto const pixels = paint(painting);
  m_kept.push_front({.painting = painting,
                     .picture = {m_textures.create(pixels), pixels.width_px, pixels.height_px},
                     .bytes = pixels.bgra.size(),
                     .shown_in_frame = m_frame});
  m_bytes += pixels.bgra.size();
  make_room();
  return m_kept.front().picture;
}

// What this frame shows stays, even above the limit: the frame has its textures already.
void Painter::make_room() {
  while (m_bytes > most_painted_bytes && m_kept.back().shown_in_frame != m_frame) {
    auto const& oldest = m_kept.back();
    if (oldest.picture.texture) m_textures.destroy(oldest.picture.texture);
    m_bytes -= oldest.bytes;
    m_kept.pop_back();
  }
}

Pixels Painter::paint(Painting const& painting) {
  return std::visit(Overloaded{[&](Letters const& letters) {
                                 return m_typesetter.paint(letters.lettering, letters.colour);
                               },
                               [&](Emoji const& emoji) {
                                 return m_typesetter.paint_emoji(emoji.text, emoji.size_px);
                               },
                               [](auto const& shape) { return painted(shape); }},
                    painting);
}

}  // namespace inloop::ui
