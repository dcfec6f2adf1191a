#include "kiosk/ui/byte_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

constexpr double letter_em = 0.6;  // each letter of Noto Sans Mono is as wide
constexpr double line_em = 1.4;

bool begins_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

class ByteLines final : public Block {
 public:
  ByteLines(std::string id, core::Phrase phrase)
      : m_id(std::move(id)), m_phrase(std::move(phrase)) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto const text = broken(letters_a_line(ruler.look, width_mm));
    auto const lines = 1 + std::ranges::count(text, '\n');
    return {.height_mm = static_cast<double>(lines) * byte_line_mm(ruler.look)};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return static_cast<double>(m_phrase.shown.size()) * ruler.look.least_em_mm() * letter_em;
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const& look = stage.look();
    auto const rect = look.on_glass(box);
    Lettering const lettering{.text = broken(letters_a_line(look, box.width_mm)),
                              .face = Face::Mono,
                              .em_px = static_cast<float>(look.px(look.least_em_mm()))};
    auto const extent = stage.typesetter().measure(lettering);
    auto const left = rect.left_px + extent.ink.left_px;
    auto const top = rect.top_px + extent.ink.top_px;
    stage.show(Letters{lettering, look.palette.ink}, left, top);
    stage.mark({.id = m_id,
                .kind = MarkKind::Text,
                .label = m_phrase.shown,
                .spoken = m_phrase.spoken,
                .rect = rect,
                .ink = {left, top, left + extent.ink.width_px(), top + extent.ink.height_px()}});
  }

 private:
  std::string broken(std::size_t letters) const {
    std::string text;
    std::size_t count = 0;
    for (auto const byte : m_phrase.shown) {
      if (byte == '\n') {
        count = 0;
      } else if (begins_letter(byte)) {
        if (count == letters) text += '\n';
        count = count == letters ? 1 : count + 1;
      }
      text += byte;
    }
    return text;
  }

  std::string m_id;
  core::Phrase m_phrase;
};

}  // namespace

std::size_t letters_a_line(Look const& look, double width_mm) {
  auto const letters = std::floor(width_mm / (look.least_em_mm() * letter_em));
  return static_cast<std::size_t>(std::max(letters, 1.0));
}

double byte_line_mm(Look const& look) {
  return look.least_em_mm() * line_em;
}

BlockPointer byte_lines(std::string id, core::Phrase phrase) {
  return std::make_shared<ByteLines>(std::move(id), std::move(phrase));
}

}  // namespace inloop::ui
