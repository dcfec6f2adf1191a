#include "kiosk/ui/page.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/base/assert.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

constexpr std::array all_densities{Density::Roomy, Density::Compact, Density::Tight, Density::Bare};

// With large text, body text is twice as large where the glass has room for it (WCAG 1.4.4), and
// never smaller than what can be read from the chair (EN 301 549, 5.1.4).
constexpr std::array large_scales{2.0, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1};
constexpr std::array normal_scales{1.0, 0.97, 0.94, 0.91};

// Large glass is seen from further away.
constexpr double reference_side_mm = 268;
constexpr double most_growth = 1.3;

// On glass higher than this, low reach keeps every control in the lower half. Lower glass is within
// reach as a whole: there the controls come as low as they can.
constexpr double tall_glass_mm = 300;
constexpr double low_share = 0.5;
constexpr double rounding_mm = 0.01;
constexpr double low_share_of_small = 0.7;

double glass_growth(Look const& look) {
  auto const side = std::min(look.width_mm(), look.height_mm());
  return std::clamp(side / reference_side_mm, 1.0, most_growth);
}

}  // namespace

Page::Page(Look look, Composition composition)
    : m_look(std::move(look)), m_composition(std::move(composition)) {
  INLOOP_ASSERT(m_composition.head && m_composition.body);
}

Page Page::compose(core::Screen const& screen, Look const& wanted, Typesetter& typesetter) {
  std::optional<Page> page;
  auto const try_setting = [&](double scale, Density density) {
    auto look = wanted;
    look.type_scale = scale;
    look.density = density;
    page.emplace(Page(look, ui::compose(screen, look)));
    return page->boxes({page->m_look, typesetter}).is_enough;
  };
  if (wanted.is_large()) {
    for (auto const scale : large_scales)
      for (auto const density : all_densities)
        if (try_setting(scale, density)) return *std::move(page);
    return *std::move(page);
  }
  // Letters a little smaller are better than a barer screen.
  auto const growth = glass_growth(wanted);
  for (auto const density : all_densities)
    if (growth > 1 && try_setting(growth, density)) return *std::move(page);
  for (auto const density : all_densities)
    for (auto const scale : normal_scales)
      if (try_setting(scale, density)) return *std::move(page);
  return *std::move(page);
}

Page::Boxes Page::boxes(Ruler const& ruler) const {
  auto const inside = m_look.inside_margins();
  auto const head = m_composition.head->need(ruler, inside.width_mm);
  auto const body = m_composition.body->need(ruler, inside.width_mm);
  auto const between =
      m_look.density >= Density::Tight ? m_look.small_gap_mm() : m_look.section_gap_mm();
  auto const gap = head.height_mm > 0 ? between : 0;
  auto const is_tall = m_look.height_mm() >= tall_glass_mm;
  auto const least_top = inside.top_mm + head.height_mm + gap;

  auto const lowest_top = inside.bottom_mm() - body.height_mm;
  auto const low_top =
      is_tall ? m_look.height_mm() * low_share
              : std::min(lowest_top, inside.bottom_mm() - m_look.height_mm() * low_share_of_small);
  auto const wanted_top = m_composition.surplus == Surplus::ToHead ? lowest_top
                          : m_look.is_low()                        ? low_top
                                                                   : least_top;
  auto const top = std::max(least_top, wanted_top);
  auto const height = inside.bottom_mm() - top;
  auto const is_low_enough =
      !m_look.is_low() || !is_tall || top > m_look.height_mm() * low_share - rounding_mm;
  return {.head = {inside.left_mm, inside.top_mm, inside.width_mm, top - gap - inside.top_mm},
          .body = {inside.left_mm, top, inside.width_mm, std::max(height, body.height_mm)},
          .is_enough = height > body.height_mm - rounding_mm && is_low_enough &&
                       !head.is_strained && !body.is_strained};
}

void Page::draw(Stage& stage) const {
  auto const place = boxes({m_look, stage.typesetter()});
  m_composition.head->draw(stage, place.head);
  m_composition.body->draw(stage, place.body);
}

}  // namespace inloop::ui
