#pragma once
// A token as a picture: its emoji on the ground of its colour. It only decorates: the words beside
// it say which one it is. UI thread.

#include <string_view>

#include "kiosk/core/tokens.h"
#include "kiosk/ui/block.h"

namespace inloop::ui {

[[nodiscard]] BlockPointer token_face(core::Token const& token, std::string_view emoji,
                                      double size_mm);

}  // namespace inloop::ui
