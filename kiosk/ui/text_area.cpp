#include "kiosk/ui/text_area.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "kiosk/core/isolate.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/ui/typed_plate.h"

namespace inloop::ui {
namespace {

constexpr double padding_mm = 3;
constexpr double line_share = 1.35;
// The caret is a letter of the text, so that it stands where the next one comes in every script.
constexpr std::string_view caret = "▏";

class TextArea final : public Block {
 public:
  TextArea(std::string id, core::Phrase typed, int lines)
      : m_id(std::move(id)), m_typed(std::move(typed)), m_lines(lines) {}

  Need need(Ruler const& ruler, double) const override {
    return {.height_mm =
                m_lines * ruler.look.em_mm(role(ruler.look)) * line_share + 2 * padding_mm};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return 20 * ruler.look.em_mm(role(ruler.look));
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const& look = stage.look();
    auto const rect = look.on_glass(box);
    show_typed_plate(stage, rect);
    Box const inside{box.left_mm + padding_mm, box.top_mm + padding_mm,
                     box.width_mm - 2 * padding_mm, box.height_mm - 2 * padding_mm};
    auto const set = end_that_fits(look, stage.typesetter(), inside);
    auto const height_mm = look.mm(set.extent.height_px);
    auto const ink =
        stage.show(set, look.on_glass({inside.left_mm, inside.top_mm, inside.width_mm, height_mm}),
                   look.palette.ink);
    stage.mark({.id = m_id,
                .kind = MarkKind::Text,
                .label = m_typed.shown,
                .spoken = m_typed.spoken,
                .rect = rect,
                .ink = ink});
  }

 private:
  static Role role(Look const& look) {
    return look.is_small() || look.density >= Density::Tight ? Role::Body : Role::Lead;
  }

  // All of it, or as many of its last words as there is height for.
  [[nodiscard]] SetText end_that_fits(Look const& look, Typesetter& typesetter,
                                      Box const& inside) const {
    std::string_view rest = m_typed.shown;
    auto const set = [&](bool is_whole) {
      // The caret stands where the next letter comes, whichever way the screen reads.
      auto const text = (is_whole ? "" : "… ") + std::string(rest) + std::string(caret);
      return look.set(typesetter, core::isolated(text), role(look), inside.width_mm, Align::Start);
    };
    auto fitted = set(true);
    while (look.mm(fitted.extent.height_px) > inside.height_mm && !rest.empty()) {
      auto const blank = rest.find_first_of(" \n");
      rest.remove_prefix(blank == std::string_view::npos ? core::first_character(rest).size()
                                                         : blank + 1);
      fitted = set(false);
    }
    return fitted;
  }

  std::string m_id;
  core::Phrase m_typed;
  int m_lines;
};

}  // namespace

BlockPointer text_area(std::string id, core::Phrase typed, int lines) {
  return std::make_shared<TextArea>(std::move(id), std::move(typed), lines);
}

}  // namespace inloop::ui
