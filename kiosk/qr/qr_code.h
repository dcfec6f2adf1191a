#pragma once
// Turns a text into the squares of a QR code (ISO/IEC 18004). It paints nothing: the glass and the
// paper each have their own idea of a dark square. Pure; any thread.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::qr {

// A code with a longer text has squares too small for a telephone to read from arm's length.
inline constexpr std::size_t longest_text_bytes = 1200;

// What stays light around the code, or readers do not find it (ISO/IEC 18004, 9.1).
inline constexpr int quiet_modules = 4;

// Square, row by row from the top left, without the quiet zone.
struct QrCode {
  int side = 0;                    // in modules, the squares it is made of
  std::vector<std::uint8_t> dark;  // side * side, 1 is dark

  [[nodiscard]] bool is_dark(int column, int row) const {
    return dark[static_cast<std::size_t>(row * side + column)] != 0;
  }
  [[nodiscard]] int side_with_quiet_zone() const { return side + 2 * quiet_modules; }

  bool operator==(QrCode const&) const = default;
};

// `text` is UTF-8, and the code says so when it must. Error correction M: it survives a scratch
// over 15 % of it. Fails when the text is empty or longer than longest_text_bytes.
[[nodiscard]] Result<QrCode> qr_code(std::string_view text);

}  // namespace inloop::qr
