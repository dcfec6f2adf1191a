#pragma once
// How long a screen waits for a touch before it goes back to rest (WCAG 2.2.1). Pure rules.

#include <cstdint>

#include "kiosk/core/preferences.h"

namespace inloop::core {

inline constexpr std::int64_t idle_ms = 90'000;      // then the warning comes
inline constexpr std::int64_t warning_ms = 30'000;   // then the step is discarded
inline constexpr std::int64_t farewell_ms = 20'000;  // a screen with nothing to lose just leaves
inline constexpr std::int64_t remember_ms = 45'000;  // for a picture to be remembered
inline constexpr std::int64_t card_turn_ms = 1'500;  // a welcome is seen before the next card's
inline constexpr std::int64_t door_ms = 60'000;      // nobody gave a PIN
inline constexpr std::int64_t lock_ms = 120'000;     // the host's room
inline constexpr std::int64_t store_patience_ms = 5'000;  // a disk that takes longer has failed us

// Who reads slowly or listens gets three times as long.
[[nodiscard]] constexpr std::int64_t stretched(std::int64_t duration_ms,
                                               Preferences const& preferences) {
  bool const is_slow =
      preferences.text_size == TextSize::Large || preferences.speech == Speech::Spoken;
  return is_slow ? 3 * duration_ms : duration_ms;
}

}  // namespace inloop::core
