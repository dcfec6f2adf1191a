#pragma once
// A picture of black dots, as a thermal printer burns them: a dot is there or it is not. Plain
// value; any thread.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inloop::paper {

// Row by row from the top left, each row in whole bytes, its leftmost dot in the highest bit: the
// very order in which printers take it.
class BitPicture {
 public:
  BitPicture() = default;
  BitPicture(int width_dots, int height_dots);  // all white

  [[nodiscard]] int width_dots() const { return m_width_dots; }
  [[nodiscard]] int height_dots() const { return m_height_dots; }
  [[nodiscard]] int row_bytes() const { return (m_width_dots + 7) / 8; }
  [[nodiscard]] std::vector<std::uint8_t> const& bytes() const { return m_bytes; }

  [[nodiscard]] bool is_dark(int x_dots, int y_dots) const;
  void darken(int x_dots, int y_dots);

  bool operator==(BitPicture const&) const = default;

 private:
  [[nodiscard]] std::size_t place(int x_dots, int y_dots) const;

  int m_width_dots = 0;
  int m_height_dots = 0;
  std::vector<std::uint8_t> m_bytes;
};

}  // namespace inloop::paper
