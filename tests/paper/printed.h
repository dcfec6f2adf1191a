#pragma once
// What a receipt printer would make of the bytes that it got: a model of the few ESC/POS commands
// that a slip uses. Throws on anything else. Test thread.

#include <string>
#include <string_view>

#include "kiosk/paper/bit_picture.h"

namespace inloop::test {

struct Printed {
  paper::BitPicture picture;
  int bands = 0;
  int highest_band = 0;
  bool is_cut = false;
};

[[nodiscard]] Printed printed(std::string_view bytes);

// The picture as a file that every viewer reads (PBM).
[[nodiscard]] std::string pbm(paper::BitPicture const& picture);

}  // namespace inloop::test
