#pragma once
// What stands where on the glass: one list for the tests, the focus, the voice and accessibility.
// Plain values.

#include <string>

namespace inloop::ui {

struct Rect {
  float left_px = 0;
  float top_px = 0;
  float right_px = 0;
  float bottom_px = 0;

  [[nodiscard]] float width_px() const { return right_px - left_px; }
  [[nodiscard]] float height_px() const { return bottom_px - top_px; }

  bool operator==(Rect const&) const = default;
};

enum class MarkKind { Text, Picture, Card, Button, MainButton, Key };

struct Mark {
  std::string id;  // stable, never translated: "home/check_in"
  MarkKind kind = MarkKind::Text;
  std::string label;  // the words shown
  std::string spoken;
  Rect rect;  // the box it may use, or the target that can be touched
  Rect ink;   // what its words really cover; inside rect, or words are clipped
  bool is_enabled = true;
  bool is_chosen = false;

  bool operator==(Mark const&) const = default;
};

}  // namespace inloop::ui
