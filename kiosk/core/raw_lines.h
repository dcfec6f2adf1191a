#pragma once
// The bytes of a file in lines that fit the glass. Pure.

#include <cstddef>
#include <string>
#include <vector>

namespace inloop::core {

// Short enough for small glass.
inline constexpr std::size_t raw_line_bytes = 36;

// The file's own lines, each with its end, and long ones in parts. Put together they are the file:
// nothing is left out and nothing added.
[[nodiscard]] std::vector<std::string> raw_lines(std::string const& bytes);

}  // namespace inloop::core
