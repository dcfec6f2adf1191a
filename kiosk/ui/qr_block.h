#pragma once
// A QR code on the glass, which a visitor's telephone reads without any network. UI thread.

#include <string>

#include "kiosk/core/screen.h"
#include "kiosk/ui/block.h"

namespace inloop::ui {

// The smallest square that a telephone reads with ease from 30 cm.
inline constexpr double readable_module_mm = 0.6;

// Dark on white in every theme, never mirrored, as large as whole pixels a module allow in its box.
// `text` is what the code holds, 1 to qr::longest_text_bytes. It asks for readable modules while
// the screen has room, and for no less than `least_mm` of height when it has not.
[[nodiscard]] BlockPointer qr_code(std::string id, core::Phrase phrase, std::string const& text,
                                   double least_mm);

}  // namespace inloop::ui
