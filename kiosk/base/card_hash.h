#pragma once
// What the kiosk knows of a card: a keyed hash that means nothing once the month's key is gone. The
// card's own number never gets further than the reader's thread. Plain value.

#include <array>
#include <chrono>
#include <cstddef>

namespace inloop {

struct CardHash {
  std::chrono::year_month month{};  // whose key it was made with
  std::array<std::byte, 32> digest{};

  bool operator==(CardHash const&) const = default;
};

}  // namespace inloop
