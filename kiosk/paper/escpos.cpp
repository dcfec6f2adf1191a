#include "kiosk/paper/escpos.h"

#include <algorithm>
#include <string_view>

namespace inloop::paper {
namespace {

using namespace std::string_view_literals;

constexpr auto initialise = "\x1B@"sv;            // ESC @
constexpr auto raster_picture = "\x1Dv0\x00"sv;   // GS v 0, each dot once
constexpr auto feed_and_cut = "\x1DV\x42\x10"sv;  // GS V B: past the knife and 16 rows, then cut

void append_low_high(std::string& bytes, int number) {
  bytes += static_cast<char>(number & 0xFF);
  bytes += static_cast<char>(number >> 8 & 0xFF);
}

}  // namespace

std::string escpos(BitPicture const& picture) {
  std::string bytes(initialise);
  for (int top = 0; top < picture.height_dots(); top += band_rows) {
    auto const rows = std::min(band_rows, picture.height_dots() - top);
    bytes += raster_picture;
    append_low_high(bytes, picture.row_bytes());
    append_low_high(bytes, rows);
    auto const from = picture.bytes().begin() + std::ptrdiff_t{top} * picture.row_bytes();
    bytes.append(from, from + std::ptrdiff_t{rows} * picture.row_bytes());
  }
  bytes += feed_and_cut;
  return bytes;
}

}  // namespace inloop::paper
