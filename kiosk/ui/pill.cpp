#include "kiosk/ui/pill.h"

#include <algorithm>

#include "kiosk/ui/content.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

constexpr double side_mm = 4;
constexpr double above_mm = 0.8;
constexpr double sign_share = 0.95;  // of the letters' em
constexpr double sign_gap_mm = 2;

class PillBlock final : public Block {
 public:
  explicit PillBlock(Pill pill) : m_pill(std::move(pill)) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto const set = set_in(ruler.look, ruler.typesetter, text_width_mm(ruler, width_mm));
    return {ruler.look.mm(set.extent.height_px) + 2 * above_mm, set.is_strained};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return ruler.look.natural_width_mm(ruler.typesetter, m_pill.phrase.shown, m_pill.role) +
           2 * side_mm + sign_room_mm(ruler.look);
  }

  // At the start of its box and no larger than its words.
  void draw(Stage& stage, Box const& box) const override {
    Ruler const ruler{stage.look(), stage.typesetter()};
    auto const& look = stage.look();
    auto const text_width = text_width_mm(ruler, box.width_mm);
    auto const set = set_in(look, stage.typesetter(), text_width);
    auto const height = std::min(look.mm(set.extent.height_px) + 2 * above_mm, box.height_mm);
    auto const top = box.top_mm + (box.height_mm - height) / 2;
    auto const sign_room = sign_room_mm(look);
    Box const plate{box.left_mm, top, text_width + sign_room + 2 * side_mm, height};
    auto const rect = look.on_glass(plate);
    draw_plate(stage, rect);

    auto const ink_colour = is_loud() ? look.palette.on_chosen : look.palette.ink;
    if (m_pill.sign != 0)
      show_picture(stage, IconPicture{m_pill.sign},
                   {box.left_mm + side_mm, top, sign_mm(look), height}, sign_mm(look), ink_colour);
    auto const ink =
        stage.show(set, look.on_glass({box.left_mm + side_mm + sign_room, top, text_width, height}),
                   ink_colour);
    stage.mark({.id = m_pill.id,
                .kind = MarkKind::Text,
                .label = m_pill.phrase.shown,
                .spoken = m_pill.phrase.spoken,
                .rect = rect,
                .ink = ink});
  }

 private:
  bool is_loud() const { return m_pill.tone == PillTone::Loud; }

  double sign_mm(Look const& look) const { return look.em_mm(m_pill.role) * sign_share; }

  double sign_room_mm(Look const& look) const {
    return m_pill.sign == 0 ? 0 : sign_mm(look) + sign_gap_mm;
  }

  double text_width_mm(Ruler const& ruler, double width_mm) const {
    auto const around = 2 * side_mm + sign_room_mm(ruler.look);
    return std::max(std::min(natural_width_mm(ruler), width_mm) - around, 1.0);
  }

  SetText set_in(Look const& look, Typesetter& typesetter, double width_mm) const {
    return look.set(typesetter, m_pill.phrase.shown, m_pill.role, width_mm, Align::Start);
  }

  void draw_plate(Stage& stage, Rect const& rect) const {
    auto const& look = stage.look();
    auto const& palette = look.palette;
    auto const quiet = m_pill.tint ? palette.tint(*m_pill.tint).fill : palette.surface;
    stage.show(Plate{.width_px = static_cast<int>(rect.width_px()),
                     .height_px = static_cast<int>(rect.height_px()),
                     .radius_px = static_cast<float>(look.px(look.measures.tile_radius_mm * 0.6)),
                     .edge_px = static_cast<float>(look.px(look.measures.quiet_edge_mm)),
                     .shadow_px = 0,
                     .fill = is_loud() ? palette.chosen : quiet,
                     .edge = is_loud() ? palette.chosen : palette.line_quiet,
                     .shadow = {}},
               rect.left_px, rect.top_px);
  }

  Pill m_pill;
};

}  // namespace

BlockPointer pill(Pill pill) {
  return std::make_shared<PillBlock>(std::move(pill));
}

}  // namespace inloop::ui
