#include "kiosk/core/raw_lines.h"

#include <algorithm>

namespace inloop::core {

std::vector<std::string> raw_lines(std::string const& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    auto end = std::min({at + raw_line_bytes, bytes.size(), bytes.find('\n', at)});
    if (end < bytes.size() && bytes[end] == '\n') ++end;
    while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) ++end;
    lines.push_back(bytes.substr(at, end - at));
    at = end;
  }
  return lines;
}

}  // namespace inloop::core
