#pragma once
// The keyboard for a recovery code: the letters of codes and no others, the same in every language.
// Pure.

#include "kiosk/core/host/text_entry.h"

namespace inloop::core::host {

[[nodiscard]] Keyboard code_keyboard(TextEntry const& entry, Words const& words);

}  // namespace inloop::core::host
