#pragma once
// Every text of a screen, shown and spoken, without what it stands in: so that a test can judge the
// words of all screens alike. Letters of keyboards and lines of files are no words. Tests only.

#include <string>
#include <vector>

#include "kiosk/core/screen.h"

namespace inloop::language {

[[nodiscard]] std::vector<std::string> texts_of(core::Screen const& screen);

}  // namespace inloop::language
