#include "kiosk/ui/look.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {
namespace {

constexpr double small_glass_mm = 180;
constexpr double roomy_glass_mm = 240;  // from here on nothing is made narrower

double short_side_mm(Look const& look) {
  return std::min(look.width_mm(), look.height_mm());
}

double gap_share(Look const& look) {
  return std::clamp(short_side_mm(look) / roomy_glass_mm, 0.6, 1.0);
}

// What is large already needs less: at twice the body text a title grows by half.
double growth_share(Role role) {
  switch (role) {
    case Role::Body:
      return 1;
    case Role::Strong:
      return 0.9;
    case Role::Heading:
      return 0.8;
    case Role::Lead:
    case Role::Title:
      return 0.5;
    case Role::Main:
    case Role::Number:
      return 0.4;
    case Role::Sign:
      return 0;
  }
  return 1;
}

// What is large already may give way on small glass.
double small_glass_share(Role role) {
  switch (role) {
    case Role::Lead:
      return 0.63;
    case Role::Title:
      return 0.8;
    case Role::Main:
      return 0.76;
    case Role::Number:
      return 0.66;
    default:
      return 1;
  }
}

Face face_of(Role role) {
  return role == Role::Body || role == Role::Lead ? Face::Regular : Face::Bold;
}

}  // namespace

bool Look::is_small() const {
  return short_side_mm(*this) < small_glass_mm;
}

double Look::normal_gap_mm() const {
  return std::max(measures.small_gap_mm, measures.normal_gap_mm * gap_share(*this));
}

double Look::section_gap_mm() const {
  return std::max(measures.small_gap_mm, measures.section_gap_mm * gap_share(*this));
}

Box Look::inside_margins() const {
  auto const side = measures.side_margin_mm * gap_share(*this);
  auto const top = measures.top_margin_mm * gap_share(*this);
  return {side, top, width_mm() - 2 * side, height_mm() - 2 * top};
}

double Look::least_em_mm() const {
  if (!is_large()) return measures.least_em_mm;
  return is_small() ? measures.least_large_small_em_mm : measures.least_large_em_mm;
}

double Look::em_mm(Role role) const {
  auto em = measures.em_mm[static_cast<std::size_t>(role)];
  if (is_small()) em *= small_glass_share(role);
  return std::max(em * (1 + (type_scale - 1) * growth_share(role)), least_em_mm());
}

Rect Look::on_glass(Box const& box) const {
  auto const left = is_mirrored() ? width_mm() - box.right_mm() : box.left_mm;
  auto const snapped = [&](double length_mm) {
    return static_cast<float>(std::lround(px(length_mm)));
  };
  return {snapped(left), snapped(box.top_mm), snapped(left + box.width_mm),
          snapped(box.bottom_mm())};
}

double Look::natural_width_mm(Typesetter& typesetter, std::string const& text, Role role) const {
  auto const extent = typesetter.measure({.text = text,
                                          .face = face_of(role),
                                          .em_px = static_cast<float>(px(em_mm(role))),
                                          .direction = direction()});
  // Some letters reach beyond the place they take.
  return mm(std::max(static_cast<double>(extent.width_px), double{extent.ink.width_px()}) + 1);
}

SetText Look::set(Typesetter& typesetter, std::string const& text, Role role, double width_mm,
                  Align align) const {
  constexpr double step = 0.96;
  constexpr double rounding_px = 0.01;
  auto const wanted = em_mm(role);
  for (auto em = wanted;; em = std::max(em * step, least_em_mm())) {
    SetText result{
        .lettering = {.text = text,
                      .face = face_of(role),
                      .em_px = static_cast<float>(px(em)),
                      .width_px = std::max(1, static_cast<int>(px(width_mm) + rounding_px)),
                      .align = align,
                      .direction =
                          role == Role::Number ? core::Direction::LeftToRight : direction()},
        .extent = {},
        .is_strained = em < wanted};
    result.extent = typesetter.measure(result.lettering);
    if (!result.extent.has_broken_word) return result;
    if (em <= least_em_mm()) {
      result.is_strained = true;
      return result;
    }
  }
}

}  // namespace inloop::ui
