#pragma once
// The page behind each line of the form: what can be chosen there, in words. Pure.

#include "kiosk/core/host/programme_screens.h"

namespace inloop::core::host::planning {

[[nodiscard]] PageView sheet_view(ProgrammeWriter const& writer, FormPage const& page);
[[nodiscard]] std::string slots_in_words(int slots);

}  // namespace inloop::core::host::planning
