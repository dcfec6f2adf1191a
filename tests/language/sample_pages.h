#pragma once
// A kiosk on each of its pages, with names, times and numbers wherever they can stand. Tests only.

#include <vector>

#include "kiosk/core/state.h"

namespace inloop::language {

// One state for each page, some with more, in a house whose names are Dutch.
[[nodiscard]] std::vector<core::State> states_of_all_pages(core::Language language);

}  // namespace inloop::language
