#pragma once
// A slip of paper to take home, as what stands on it and as the dots that a printer burns. It holds
// no name; whoever fills it in sees to that. Any thread.

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/preferences.h"
#include "kiosk/paper/bit_picture.h"

namespace inloop::paper {

inline constexpr std::size_t longest_slip_text_bytes = 400;  // of a title or of one line
inline constexpr std::size_t most_slip_lines = 10;

// Paper of 58 mm prints 384 dots, paper of 80 mm 576, both 8 dots a millimetre (203 dpi).
inline constexpr int narrow_paper_dots = 384;
inline constexpr int least_paper_dots = 256;
inline constexpr int most_paper_dots = 832;

struct SlipLine {
  std::string picture;  // one emoji that stands before the words, or nothing
  std::string text;

  bool operator==(SlipLine const&) const = default;
};

struct Slip {
  std::string picture;  // one emoji above the title, or nothing
  std::string title;
  std::vector<SlipLine> lines;
  std::string qr_text;  // what the code at the bottom holds; empty: no code
  core::Direction direction = core::Direction::LeftToRight;

  bool operator==(Slip const&) const = default;
};

// Fails when there is more on it than the limits above allow, or more than a code can hold in
// squares that this paper can print.
[[nodiscard]] Result<BitPicture> drawn(Slip const& slip, int paper_dots);

}  // namespace inloop::paper
