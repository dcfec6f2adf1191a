#pragma once
// Which taps are meant: a hand that shakes taps twice, and the second tap must not count, neither
// on the same control nor on what has come in its place. Pure; UI thread.

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/base/pointer_sample.h"
#include "kiosk/core/preferences.h"

namespace inloop::ui {

// EN 301 549, clauses 5.7 and 5.8.
inline constexpr std::int64_t double_tap_ms = 300;
inline constexpr std::int64_t double_tap_large_ms = 500;
inline constexpr double same_spot_mm = 12;

class TouchRules {
 public:
  // Call once before each frame.
  void follow(PointerSample const& pointer, std::int64_t uptime_ms, core::TextSize text_size,
              double px_per_mm);

  // Whether a tap that began where the finger went down last may act on this control.
  [[nodiscard]] bool would_accept(std::string const& id) const;

  // As would_accept(), and remembers the tap when it may.
  [[nodiscard]] bool accept(std::string const& id);

 private:
  struct Tap {
    std::string id;
    std::int64_t ended_ms = 0;
    float x_px = 0;
    float y_px = 0;
  };

  std::optional<Tap> m_last;
  bool m_is_down = false;
  std::int64_t m_now_ms = 0;
  std::int64_t m_down_ms = 0;
  float m_down_x_px = 0;
  float m_down_y_px = 0;
  std::int64_t m_pause_ms = double_tap_ms;
  double m_same_spot_px = 0;
};

}  // namespace inloop::ui
