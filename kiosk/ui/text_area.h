#pragma once
// What was typed in sentences, in a plate with a caret at its end. It holds no text of its own and
// takes no keys: the screen says what stands in it, as it was typed. UI thread.

#include <string>

#include "kiosk/core/screen_parts.h"
#include "kiosk/ui/block.h"

namespace inloop::ui {

// At least `lines` lines high. Where the text is longer than its plate, its end is shown.
[[nodiscard]] BlockPointer text_area(std::string id, core::Phrase typed, int lines);

}  // namespace inloop::ui
