#pragma once
// The bytes that make a receipt printer print a picture: ESC/POS, as Epson specified it and as
// nearly every receipt printer understands it. Pure; any thread.

#include <string>

#include "kiosk/paper/bit_picture.h"

namespace inloop::paper {

// Small printers hold little: they get the picture in bands of at most so many rows.
inline constexpr int band_rows = 128;

// Starts the printer anew, prints the picture, feeds it past the knife and cuts.
[[nodiscard]] std::string escpos(BitPicture const& picture);

}  // namespace inloop::paper
