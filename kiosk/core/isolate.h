#pragma once
// Keeps a number, a date, a name or what a host wrote whole on a screen of the other reading
// direction: it reads as its own first letter does. It marks text for Pango's bidirectional
// algorithm and moves nothing itself. Pure, any thread.

#include <string>
#include <string_view>

namespace inloop::core {

inline constexpr std::string_view first_strong_isolate = "\u2068";
inline constexpr std::string_view pop_directional_isolate = "\u2069";

// `text` between U+2068 and U+2069 (Unicode Annex 9): without them "3:30" or "Leiden" may be torn
// apart or pull the words beside it along. Readers see no difference in left-to-right sentences.
// An isolate ends with its paragraph (rule X10), so each line of its own gets one.
[[nodiscard]] inline std::string isolated(std::string_view text) {
  std::string marked(first_strong_isolate);
  for (auto const letter : text) {
    if (letter == '\n') marked += pop_directional_isolate;
    marked += letter;
    if (letter == '\n') marked += first_strong_isolate;
  }
  return marked.append(pop_directional_isolate);
}

}  // namespace inloop::core
