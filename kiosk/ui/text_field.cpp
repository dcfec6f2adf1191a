#include "kiosk/ui/text_field.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "kiosk/core/isolate.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/ui/typed_plate.h"

namespace inloop::ui {
namespace {

constexpr double padding_mm = 4;
constexpr double caret_mm = 0.9;
constexpr double caret_gap_mm = 1.2;

class TextField final : public Block {
 public:
  TextField(std::string id, core::Phrase typed) : m_id(std::move(id)), m_typed(std::move(typed)) {}

  Need need(Ruler const& ruler, double) const override {
    constexpr double line_share = 1.4;
    auto const line_mm = ruler.look.em_mm(role(ruler.look)) * line_share;
    return {.height_mm = std::max(line_mm, ruler.look.measures.least_target_mm - 2)};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return ruler.look.natural_width_mm(ruler.typesetter, m_typed.shown, role(ruler.look)) +
           2 * padding_mm + caret_gap_mm + caret_mm;
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const& look = stage.look();
    auto const rect = look.on_glass(box);
    show_typed_plate(stage, rect);
    auto const lettering = letters_in(look, stage.typesetter(), box.width_mm);
    auto const extent = stage.typesetter().measure(lettering);
    auto const width_mm = m_typed.shown.empty() ? 0.0 : look.mm(extent.width_px);
    // Where the text reads against the screen, its end is where the line starts.
    bool const is_against = !m_typed.shown.empty() &&
                            stage.typesetter().direction_of(m_typed.shown) != look.direction();
    auto const start_mm = box.left_mm + padding_mm;
    auto const text_mm = start_mm + (is_against ? caret_mm + caret_gap_mm : 0);
    auto const inside =
        look.on_glass({text_mm, box.top_mm, std::max(width_mm, 1.0), box.height_mm});
    auto ink = Rect{inside.left_px, rect.top_px, inside.left_px, rect.top_px};
    if (!m_typed.shown.empty())
      ink = stage.show({.lettering = lettering, .extent = extent}, inside, look.palette.ink);
    auto const caret_left_mm = is_against ? start_mm : text_mm + width_mm + caret_gap_mm;
    draw_caret(stage, {caret_left_mm, box.top_mm, caret_mm, box.height_mm});
    stage.mark({.id = m_id,
                .kind = MarkKind::Text,
                .label = m_typed.shown,
                .spoken = m_typed.spoken,
                .rect = rect,
                .ink = m_typed.shown.empty() ? rect : ink});
  }

 private:
  static Role role(Look const& look) {
    return look.is_small() && look.density >= Density::Tight ? Role::Heading : Role::Title;
  }

  // On one line, as large as it fits.
  Lettering letters_in(Look const& look, Typesetter& typesetter, double width_mm) const {
    constexpr double step = 0.94;
    auto const room_px = look.px(width_mm - 2 * padding_mm - caret_gap_mm - caret_mm);
    Lettering lettering{.text = core::isolated(m_typed.shown),
                        .face = Face::Bold,
                        .em_px = static_cast<float>(look.px(look.em_mm(role(look)))),
                        .direction = look.direction()};
    auto const least_px = static_cast<float>(look.px(look.least_em_mm()));
    while (lettering.em_px > least_px && typesetter.measure(lettering).width_px > room_px)
      lettering.em_px = std::max(lettering.em_px * static_cast<float>(step), least_px);
    // Then the end stays in sight, where the next letter comes.
    auto end = std::string_view(m_typed.shown);
    while (typesetter.measure(lettering).width_px > room_px && core::count_characters(end) > 1) {
      end.remove_prefix(core::first_character(end).size());
      lettering.text = core::isolated("…" + std::string(end));
    }
    return lettering;
  }

  static void draw_caret(Stage& stage, Box box) {
    constexpr double height_share = 0.62;
    auto const spare = box.height_mm * (1 - height_share);
    box.top_mm += spare / 2;
    box.height_mm -= spare;
    auto const rect = stage.look().on_glass(box);
    auto const& palette = stage.look().palette;
    stage.show(Plate{.width_px = std::max(2, static_cast<int>(rect.width_px())),
                     .height_px = static_cast<int>(rect.height_px()),
                     .radius_px = 0,
                     .edge_px = 0,
                     .shadow_px = 0,
                     .fill = palette.main,
                     .edge = {},
                     .shadow = {}},
               rect.left_px, rect.top_px);
  }

  std::string m_id;
  core::Phrase m_typed;
};

}  // namespace

BlockPointer text_field(std::string id, core::Phrase typed) {
  return std::make_shared<TextField>(std::move(id), std::move(typed));
}

}  // namespace inloop::ui
