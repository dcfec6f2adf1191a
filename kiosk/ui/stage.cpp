#include "kiosk/ui/stage.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

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
  ImGui::SetCursorScreenPos({rect.left_px, rect.top_px});
  auto const is_clicked =
      ImGui::InvisibleButton(("##" + id).c_str(), {rect.width_px(), rect.height_px()});
  auto const has_focus = m_tools.focus == id;
  auto const is_meant =
      (is_clicked && m_tools.touch.accept(id)) || (has_focus && m_tools.is_focus_pressed);
  return {.is_pressed =
              ImGui::IsItemActive() && ImGui::IsItemHovered() && m_tools.touch.would_accept(id),
          .is_tapped = is_meant,
          .has_focus = has_focus};
}

}  // namespace inloop::ui
