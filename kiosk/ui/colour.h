#pragma once
// A colour and what the eye makes of two of them. Pure values.

#include <cstdint>

namespace inloop::ui {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(Colour const&) const = default;
};

// `share` of the way from one colour to the other, from 0 (all `from`) to 1 (all `to`).
[[nodiscard]] Colour mixed(Colour from, Colour to, double share);

// 1 (the same) to 21 (black on white), as WCAG 2.2 defines contrast ratio.
[[nodiscard]] double contrast_ratio(Colour one, Colour other);

}  // namespace inloop::ui
