#pragma once
// Tells a tap from a hand that trembles: what lies on a reader is one tap, and what is lifted and
// put back soon is the same tap. It knows nothing of a day or a visit. One thread at a time.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/cards/card_event.h"

namespace inloop::cards {

// A card put back within this time was not meant as another tap.
inline constexpr std::chrono::milliseconds same_tap{3'000};

inline constexpr std::size_t most_remembered_taps = 32;

class TapFilter {
 public:
  // A card was put on the reader and read. True when that is a tap of its own. A card with a
  // number is known again on every reader; one without, and a refusal, only on the same.
  [[nodiscard]] bool placed(std::string_view reader, CardEvent const& outcome,
                            std::int64_t uptime_ms);

  // Nothing lies on the reader any more. A reader that went away with its card is not told: when
  // it comes back with the same card on it, that was no tap.
  void lifted(std::string_view reader, std::int64_t uptime_ms);

 private:
  struct Tap {
    std::string reader;
    CardEvent outcome;
    std::optional<std::int64_t> lifted_ms;  // absent: it lies there still
  };

  std::vector<Tap> m_taps;  // the oldest first
};

}  // namespace inloop::cards
