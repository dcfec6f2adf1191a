#pragma once
// Where the one finger (or the mouse) is at the start of a frame. UI thread.

namespace inloop {

struct PointerSample {
  float x_px = 0;
  float y_px = 0;
  bool present = false;  // false: no finger near the glass; x_px and y_px mean nothing
  bool down = false;

  bool operator==(PointerSample const&) const = default;
};

}  // namespace inloop
