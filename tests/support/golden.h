#pragma once
// Golden files: what a test saw once, was looked at by a person, and must see again. With
// UPDATE_GOLDEN=1 in the environment they are written instead of compared. Test thread.

#include <string>

#include "kiosk/base/pixels.h"

namespace inloop::test {

// Empty when `text` equals tests/golden/<name>; otherwise one sentence with where they part.
[[nodiscard]] std::string difference_from_golden(std::string const& name, std::string const& text);

// Empty when no pixel differs from tests/golden/<name>.png; otherwise one sentence, and
// <name>.new.png and <name>.diff.png in golden/ of the build folder show the difference.
[[nodiscard]] std::string difference_from_golden(std::string const& name, Pixels const& picture);

}  // namespace inloop::test
