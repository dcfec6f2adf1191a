#include "kiosk/ui/stage.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "kiosk/ui/block.h"
#include "kiosk/ui/spoken_script.h"

namespace inloop::ui {

Stage::Stage(Tools tools, ImDrawList& list) : m_tools(std::move(tools)), m_list(list) {}

void Stage::show(Painting const& painting, float left_px, float top_px) {
  auto const picture = m_tools.painter.picture(painting);
  if (!picture.texture) return;
  m_list.AddImage(picture.texture, {left_px, top_px},
                  {left_px + static_cast<float>(picture.width_px),
                   top_px + static_cast<float>(picture.height_px)});
}

Rect Stage::show_centred(Painting const& painting, Rect const& rect) {
  auto const picture = m_tools.painter.picture(painting);
  auto const width = static_cast<float>(picture.width_px);
  auto const height = static_cast<float>(picture.height_px);
  auto const left = std::round(rect.left_px + (rect.width_px() - width) / 2);
  auto const top = std::round(rect.top_px + (rect.height_px() - height) / 2);
  show(painting, left, top);
  return {left, top, left + width, top + height};
}

Rect Stage::show_inside(Block const& block, Box const& box) {
  auto const first = static_cast<std::ptrdiff_t>(m_marks.size());
  block.draw(*this, box);
  auto const begin = m_marks.begin() + first;
  auto ink = begin == m_marks.end() ? m_tools.look.on_glass(box) : begin->ink;
  for (auto mark = begin; mark != m_marks.end(); ++mark)
    ink = {.left_px = std::min(ink.left_px, mark->ink.left_px),
           .top_px = std::min(ink.top_px, mark->ink.top_px),
           .right_px = std::max(ink.right_px, mark->ink.right_px),
           .bottom_px = std::max(ink.bottom_px, mark->ink.bottom_px)};
  m_marks.erase(begin, m_marks.end());
  return ink;
}

Rect Stage::show(SetText const& text, Rect const& rect, Colour colour) {
  auto const is_centred = text.lettering.align == Align::Centre;
  auto const lettering = is_centred ? typesetter().balanced(text.lettering) : text.lettering;
  auto const extent = typesetter().measure(lettering);
  auto const slack = rect.width_px() - static_cast<float>(extent.width_px);
  auto left = rect.left_px;
  if (is_centred)
    left += slack / 2;
  else if (m_tools.look.is_mirrored())
    left += slack;
  // Some letters reach beyond the place they take; they must not reach beyond the box.
  left += std::max(0.0F, rect.left_px - (left + extent.ink.left_px));
  left -= std::max(0.0F, left + extent.ink.right_px - rect.right_px);
  left = std::round(left);
  auto const top =
      std::round(rect.top_px + (rect.height_px() - static_cast<float>(extent.height_px)) / 2);
  show(Letters{lettering, colour}, left + extent.ink.left_px, top + extent.ink.top_px);
  return {left + extent.ink.left_px, top + extent.ink.top_px, left + extent.ink.right_px,
          top + extent.ink.bottom_px};
}

Feel Stage::feel(std::string const& id, Rect const& rect) {
  auto is_tapped = is_clicked(id, rect) && m_tools.touch.accept(id);
  auto const is_pressed =
      ImGui::IsItemActive() && ImGui::IsItemHovered() && m_tools.touch.would_accept(id);
  auto const has_focus = m_tools.focus == id;
  auto const is_pressed_by_key = has_focus && m_tools.is_focus_pressed;
  if (is_tapped && m_tools.touching == Touching::Explores && !has_focus) {
    m_explored = id;
    is_tapped = false;
  }
  return {.is_pressed = is_pressed,
          .is_tapped = is_tapped || is_pressed_by_key,
          .has_focus = has_focus};
}

void Stage::show_focus(Rect const& rect, float radius_px) {
  constexpr double least_focus_px = 3;  // WCAG 2.4.7 asks for a visible ring; the house for 3 px
  auto const& look = m_tools.look;
  auto const width = std::round(std::max(look.px(look.measures.focus_edge_mm), least_focus_px));
  auto const away = static_cast<float>(width + 1);
  show(Outline{.width_px = static_cast<int>(rect.width_px() + 2 * away),
               .height_px = static_cast<int>(rect.height_px() + 2 * away),
               .radius_px = radius_px + away,
               .edge_px = static_cast<float>(width),
               .colour = look.palette.focus},
       rect.left_px - away, rect.top_px - away);
}

void Stage::feel_the_rest() {
  if (m_tools.touching != Touching::Explores) return;
  constexpr double radius_mm = 2;
  for (auto const& mark : m_marks) {
    if (is_control(mark) && mark.is_enabled) continue;
    if (is_clicked(mark.id, mark.rect) && m_tools.touch.accept(mark.id)) m_explored = mark.id;
    if (m_tools.focus != mark.id) continue;
    // A plate has its own edge; words get the ring close around them.
    auto const is_plate = mark.kind == MarkKind::Card || is_control(mark);
    show_focus(is_plate ? mark.rect : mark.ink,
               static_cast<float>(
                   m_tools.look.px(is_plate ? m_tools.look.measures.tile_radius_mm : radius_mm)));
  }
}

bool Stage::is_clicked(std::string const& id, Rect const& rect) {
  ImGui::SetCursorScreenPos({rect.left_px, rect.top_px});
  return ImGui::InvisibleButton(("##" + id).c_str(), {rect.width_px(), rect.height_px()});
}

}  // namespace inloop::ui
