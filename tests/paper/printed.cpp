#include "tests/paper/printed.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace inloop::test {
namespace {

using namespace std::string_view_literals;

bool take(std::string_view& bytes, std::string_view command) {
  if (!bytes.starts_with(command)) return false;
  bytes.remove_prefix(command.size());
  return true;
}

int take_number(std::string_view& bytes) {
  if (bytes.size() < 2) throw std::runtime_error("a number is cut off");
  auto const low = static_cast<unsigned char>(bytes[0]);
  auto const high = static_cast<unsigned char>(bytes[1]);
  bytes.remove_prefix(2);
  return low + 256 * high;
}

}  // namespace

Printed printed(std::string_view bytes) {
  if (!take(bytes, "\x1B@"sv)) throw std::runtime_error("the printer was not made ready");
  Printed result;
  std::vector<std::string_view> rows;
  int row_bytes = 0;
  while (take(bytes, "\x1Dv0\x00"sv)) {
    row_bytes = take_number(bytes);
    auto const height = take_number(bytes);
    ++result.bands;
    result.highest_band = std::max(result.highest_band, height);
    for (int row = 0; row < height; ++row) {
      rows.push_back(bytes.substr(0, static_cast<std::size_t>(row_bytes)));
      bytes.remove_prefix(rows.back().size());
    }
  }
  result.is_cut = take(bytes, "\x1DV\x42"sv) && bytes.size() == 1;
  if (!result.is_cut) throw std::runtime_error("unknown bytes at the end");
  result.picture = paper::BitPicture(row_bytes * 8, static_cast<int>(rows.size()));
  for (int y = 0; y < result.picture.height_dots(); ++y)
    for (int x = 0; x < result.picture.width_dots(); ++x) {
      auto const byte = rows[static_cast<std::size_t>(y)].at(static_cast<std::size_t>(x / 8));
      if ((static_cast<unsigned char>(byte) >> (7 - x % 8) & 1) != 0) result.picture.darken(x, y);
    }
  return result;
}

std::string pbm(paper::BitPicture const& picture) {
  return "P4\n" + std::to_string(picture.width_dots()) + " " +
         std::to_string(picture.height_dots()) + "\n" +
         std::string(picture.bytes().begin(), picture.bytes().end());
}

}  // namespace inloop::test
