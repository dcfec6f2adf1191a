#pragma once
// Keeps a number, a date or a name whole inside a sentence of the other reading direction. It
// marks text for Pango's bidirectional algorithm and moves nothing itself. Pure, any thread.

#include <string>
#include <string_view>

namespace inloop::core {

inline constexpr std::string_view first_strong_isolate = "\u2068";
inline constexpr std::string_view pop_directional_isolate = "\u2069";

// `text` between U+2068 and U+2069 (Unicode Annex 9): without them "3:30" or "Leiden" may be torn
// apart or pull the words beside it along. Readers see no difference in left-to-right sentences.
[[nodiscard]] inline std::string isolated(std::string_view text) {
  return std::string(first_strong_isolate) + std::string(text) +
         std::string(pop_directional_isolate);
}

}  // namespace inloop::core
