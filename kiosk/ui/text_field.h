#pragma once
// What was typed on the keyboard of the glass, in a field with a caret. It holds no text of its own
// and takes no keys: the screen says what stands in it, as it was typed. UI thread.

#include <string>

#include "kiosk/core/screen_parts.h"
#include "kiosk/ui/block.h"

namespace inloop::ui {

// As high as one line of letters, whatever stands in it; what is long gets smaller
// letters, and then shows its end.
[[nodiscard]] BlockPointer text_field(std::string id, core::Phrase typed);

}  // namespace inloop::ui
