#pragma once
// What the keys of a keypad mean, and what a reader that poses as a keyboard types. The tables in
// this file's .cpp are all that a keyboard can do to a kiosk; every other key does nothing. Plain
// values.

#include <cstdint>

namespace inloop::platform {

// A keypad beside the glass. Held keys do not repeat.
//
//   Next       arrow right, arrow down, Tab
//   Previous   arrow left, arrow up, Shift-Tab
//   Press      Return, Enter of the number pad, space bar
//   Back       Escape, Backspace
//   Repeat     F1, 0 of the number pad
//   Louder     + of the number pad, volume up
//   Softer     - of the number pad, volume down
//
// Next is the next control in reading order: in Arabic, too, arrow right means Next.
enum class Key { Next, Previous, Press, Back, Repeat, Louder, Softer };

struct KeyPressed {
  Key key = Key::Next;

  bool operator==(KeyPressed const&) const = default;
};

// One character of a card or QR reader that poses as a keyboard: printable ASCII, or '\n' for
// Return and Enter. Such readers type as if on a US keyboard, so the place of the key counts and
// not the layout of the system. A key with both a meaning on the keypad and a character (Return,
// space, and 0, + and - of the number pad) yields Typed first and then KeyPressed: whoever takes
// these decides whether a person or a reader was at work.
struct Typed {
  char character = 0;
  std::int64_t at_ms = 0;  // since SDL started, never jumps: the pace tells readers from people

  bool operator==(Typed const&) const = default;
};

}  // namespace inloop::platform
