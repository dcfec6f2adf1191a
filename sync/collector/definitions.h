#pragma once
// What each figure counts, in the one sentence that stands wherever the figure stands, for whoever
// reads it at the town hall. The kiosk holds to the same sentences. Pure, any thread.

#include <string_view>

namespace inloop::collector {

struct Definition {
  std::string_view subject;  // onderwerp
  std::string_view unit;     // eenheid: the one counted thing that the noise protects
  std::string_view meaning;  // in Dutch
};

// Null for a subject that nobody has defined: only a store that was filled by other hands has one.
[[nodiscard]] Definition const* definition_of(std::string_view subject);

}  // namespace inloop::collector
