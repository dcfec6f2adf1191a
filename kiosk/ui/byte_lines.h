#pragma once
// The bytes of a file as they are, letter below letter, from left to right in every language.
// Nothing is left out and nothing added but the ends of lines. UI thread.

#include <cstddef>
#include <string>

#include "kiosk/core/screen_parts.h"
#include "kiosk/ui/block.h"

namespace inloop::ui {

// How many letters stand beside one another, and how high a line of them is.
[[nodiscard]] std::size_t letters_a_line(Look const& look, double width_mm);
[[nodiscard]] double byte_line_mm(Look const& look);

// `phrase.shown` holds the bytes, UTF-8.
[[nodiscard]] BlockPointer byte_lines(std::string id, core::Phrase phrase);

}  // namespace inloop::ui
