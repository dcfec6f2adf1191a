#pragma once
// Slips as visitors would take them home, one for each language. Test thread.

#include <vector>

#include "kiosk/core/preferences.h"
#include "kiosk/paper/slip.h"

namespace inloop::test {

[[nodiscard]] paper::Slip sample_slip(core::Language language);

}  // namespace inloop::test
