#pragma once
// The X screen as somebody in front of it has it: a picture that changes and a finger that taps.
// For measuring any program from the outside. One thread.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::bench {

using Instant = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

struct Place {
  int x_px = 0;
  int y_px = 0;
};

class Screen {
 public:
  // The screen that DISPLAY names; it must have the extensions DAMAGE, XTEST and MIT-SHM.
  [[nodiscard]] static Result<Screen> open();
  Screen(Screen&&) noexcept;
  ~Screen();

  // The pixels as they are now, four bytes each.
  [[nodiscard]] std::vector<std::uint32_t> const& look();

  // The moment at which something was drawn, be it the same as before; nothing once `until` is
  // over.
  [[nodiscard]] std::optional<Instant> wait_for_drawing(Instant until);

  void move_to(Place place);
  void press();
  void release();

 private:
  class Impl;
  explicit Screen(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::bench
