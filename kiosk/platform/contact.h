#pragma once
// One thing that a finger or the mouse did on the glass, as a plain value without any library's
// types. UI thread.

#include <cstdint>

namespace inloop::platform {

enum class ContactPhase { Down, Move, Up };

// The mouse takes part as one more finger.
inline constexpr std::int64_t mouse_finger = -1;

struct Contact {
  std::int64_t finger = mouse_finger;
  ContactPhase phase = ContactPhase::Down;
  float x_px = 0;
  float y_px = 0;

  bool operator==(Contact const&) const = default;
};

}  // namespace inloop::platform
