#include "kiosk/ui/touch_rules.h"

#include <cmath>

namespace inloop::ui {

void TouchRules::follow(PointerSample const& pointer, std::int64_t uptime_ms,
                        core::TextSize text_size, double px_per_mm) {
  m_now_ms = uptime_ms;
  m_pause_ms = text_size == core::TextSize::Large ? double_tap_large_ms : double_tap_ms;
  m_same_spot_px = same_spot_mm * px_per_mm;
  if (pointer.down && !m_is_down) {
    m_down_ms = uptime_ms;
    m_down_x_px = pointer.x_px;
    m_down_y_px = pointer.y_px;
  }
  m_is_down = pointer.down;
}

bool TouchRules::would_accept(std::string const& id) const {
  if (!m_last || m_down_ms - m_last->ended_ms >= m_pause_ms) return true;
  auto const distance = std::hypot(m_down_x_px - m_last->x_px, m_down_y_px - m_last->y_px);
  return id != m_last->id && distance > m_same_spot_px;
}

bool TouchRules::accept(std::string const& id) {
  if (!would_accept(id)) return false;
  m_last = Tap{id, m_now_ms, m_down_x_px, m_down_y_px};
  return true;
}

}  // namespace inloop::ui
