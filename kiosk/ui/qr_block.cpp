#include "kiosk/ui/qr_block.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/assert.h"
#include "kiosk/qr/qr_code.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

class QrBlock final : public Block {
 public:
  QrBlock(std::string id, core::Phrase phrase, qr::QrCode code, double least_mm)
      : m_id(std::move(id)),
        m_phrase(std::move(phrase)),
        m_code(std::move(code)),
        m_least_mm(least_mm) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto const one_pixel_mm = ruler.look.mm(m_code.side_with_quiet_zone());
    auto const least = std::max(m_least_mm, one_pixel_mm);
    return {.height_mm = std::max(least, std::min(wanted_mm(ruler.look), width_mm)),
            .is_strained = one_pixel_mm > width_mm};
  }

  double natural_width_mm(Ruler const& ruler) const override { return wanted_mm(ruler.look); }

  void draw(Stage& stage, Box const& box) const override {
    auto const rect = stage.look().on_glass(box);
    auto const room_px = static_cast<int>(std::min(rect.width_px(), rect.height_px()));
    auto const module_px = std::max(1, room_px / m_code.side_with_quiet_zone());
    auto const ink = stage.show_centred(QrPlate{m_code, module_px}, rect);
    stage.mark({.id = m_id,
                .kind = MarkKind::Picture,
                .label = m_phrase.shown,
                .spoken = m_phrase.spoken,
                .rect = rect,
                .ink = ink});
  }

 private:
  // A screen that is short of room gives up size here before it gives up letters.
  double wanted_mm(Look const& look) const {
    if (look.density >= Density::Tight) return m_least_mm;
    return std::max(m_least_mm, readable_module_mm * m_code.side_with_quiet_zone());
  }

  std::string m_id;
  core::Phrase m_phrase;
  qr::QrCode m_code;
  double m_least_mm;
};

}  // namespace

BlockPointer qr_code(std::string id, core::Phrase phrase, std::string const& text,
                     double least_mm) {
  auto code = qr::qr_code(text);
  INLOOP_ASSERT(code.has_value());  // whoever made the screen kept to the limits
  return std::make_shared<QrBlock>(std::move(id), std::move(phrase), *std::move(code), least_mm);
}

}  // namespace inloop::ui
