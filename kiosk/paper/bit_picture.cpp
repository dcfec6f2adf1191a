#include "kiosk/paper/bit_picture.h"

#include "kiosk/base/assert.h"

namespace inloop::paper {
namespace {

std::uint8_t bit_of(int x_dots) {
  return static_cast<std::uint8_t>(0x80 >> (x_dots % 8));
}

}  // namespace

BitPicture::BitPicture(int width_dots, int height_dots)
    : m_width_dots(width_dots), m_height_dots(height_dots) {
  INLOOP_ASSERT(width_dots > 0 && height_dots > 0);
  m_bytes.resize(static_cast<std::size_t>(row_bytes()) * static_cast<std::size_t>(height_dots));
}

std::size_t BitPicture::place(int x_dots, int y_dots) const {
  INLOOP_ASSERT(x_dots >= 0 && x_dots < m_width_dots && y_dots >= 0 && y_dots < m_height_dots);
  return static_cast<std::size_t>(y_dots) * static_cast<std::size_t>(row_bytes()) +
         static_cast<std::size_t>(x_dots / 8);
}

bool BitPicture::is_dark(int x_dots, int y_dots) const {
  return (m_bytes[place(x_dots, y_dots)] & bit_of(x_dots)) != 0;
}

void BitPicture::darken(int x_dots, int y_dots) {
  m_bytes[place(x_dots, y_dots)] |= bit_of(x_dots);
}

}  // namespace inloop::paper
