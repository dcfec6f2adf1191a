#include "kiosk/ui/chart_block.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

class BarChart final : public Block {
 public:
  BarChart(std::string id, core::Phrase phrase, std::vector<LabelledBar> bars, double least_mm)
      : m_id(std::move(id)),
        m_phrase(std::move(phrase)),
        m_bars(std::move(bars)),
        m_least_mm(least_mm) {}

  Need need(Ruler const& ruler, double) const override {
    return {.height_mm = m_least_mm + 2 * line_mm(ruler.look)};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return static_cast<double>(m_bars.size()) * 2 * ruler.look.least_em_mm();
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const& look = stage.look();
    auto const line = line_mm(look);
    Box const chart{box.left_mm, box.top_mm + line, box.width_mm, box.height_mm - 2 * line};
    auto const rect = look.on_glass(chart);
    stage.show(painting(look, rect), rect.left_px, rect.top_px);
    draw_words(stage, box, line);
    auto const whole = look.on_glass(box);
    stage.mark({.id = m_id,
                .kind = MarkKind::Picture,
                .label = m_phrase.shown,
                .spoken = m_phrase.spoken,
                .rect = whole,
                .ink = whole});
  }

 private:
  static double line_mm(Look const& look) { return look.em_mm(Role::Body) * 1.35; }

  [[nodiscard]] Chart painting(Look const& look, Rect const& rect) const {
    constexpr double line_width_mm = 0.5;
    Chart chart{.width_px = static_cast<int>(rect.width_px()),
                .height_px = static_cast<int>(rect.height_px()),
                .bars = {},
                .line_px = static_cast<float>(look.px(line_width_mm)),
                .fill = look.palette.tint(Tint::Sky).fill,
                .ink = look.palette.ink,
                .line = look.palette.line};
    for (auto const& bar : m_bars) chart.bars.push_back(bar.bar);
    if (look.is_mirrored()) std::ranges::reverse(chart.bars);
    return chart;
  }

  // Boxes are mirrored by the look itself.
  void draw_words(Stage& stage, Box const& box, double line) const {
    auto const room = box.width_mm / static_cast<double>(std::max<std::size_t>(m_bars.size(), 1));
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
      auto const left = box.left_mm + room * static_cast<double>(i);
      show_word(stage, m_bars[i].value, {left, box.top_mm, room, line});
      show_word(stage, m_bars[i].label, {left, box.bottom_mm() - line, room, line});
    }
  }

  static void show_word(Stage& stage, std::string const& text, Box const& box) {
    if (text.empty()) return;
    auto const& look = stage.look();
    auto const set = look.set(stage.typesetter(), text, Role::Body, box.width_mm, Align::Centre);
    stage.show(set, look.on_glass(box), look.palette.ink);
  }

  std::string m_id;
  core::Phrase m_phrase;
  std::vector<LabelledBar> m_bars;
  double m_least_mm;
};

}  // namespace

BlockPointer bar_chart(std::string id, core::Phrase phrase, std::vector<LabelledBar> bars,
                       double least_mm) {
  return std::make_shared<BarChart>(std::move(id), std::move(phrase), std::move(bars), least_mm);
}

}  // namespace inloop::ui
