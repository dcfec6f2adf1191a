#pragma once
// The part of a list that a screen is given. Pure.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_parts.h"

namespace inloop::core {

// For a list that the screen is given whole. `first` may have been asked for by glass of another
// size.
[[nodiscard]] inline Scroll scroll_of(int first, std::size_t total, Words const& words) {
  return {.first = std::clamp(first, 0, std::max(static_cast<int>(total) - 1, 0)),
          .total = static_cast<int>(total),
          .up = phrase(words.text("Up")),
          .more = phrase(words.text("More"))};
}

// Leaves out what stands before `first` and what no screen shows at once.
template <class Item>
[[nodiscard]] Scroll scrolled(int first, std::vector<Item>& items, Words const& words) {
  auto scroll = scroll_of(first, items.size(), words);
  items.erase(items.begin(), items.begin() + scroll.first);
  if (items.size() > most_items_shown)
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(most_items_shown), items.end());
  return scroll;
}

}  // namespace inloop::core
