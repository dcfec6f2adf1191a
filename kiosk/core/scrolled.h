#pragma once
// The part of a list that a screen of the host's room is given. Pure.

#include <algorithm>
#include <vector>

#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_parts.h"

namespace inloop::core::host {

// Leaves out what stands before `first`, which glass of another size may have asked for, and what
// no screen shows at once.
template <class Item>
[[nodiscard]] Scroll scrolled(int first, std::vector<Item>& items, Words const& words) {
  auto const total = static_cast<int>(items.size());
  first = std::clamp(first, 0, std::max(total - 1, 0));
  items.erase(items.begin(), items.begin() + first);
  if (items.size() > most_items_shown)
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(most_items_shown), items.end());
  return {.first = first,
          .total = total,
          .up = phrase(words.text("Up")),
          .more = phrase(words.text("More"))};
}

}  // namespace inloop::core::host
