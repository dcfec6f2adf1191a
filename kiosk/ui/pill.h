#pragma once
// A short note in a rounded plate, as wide as its words: how many places are left. No control. UI
// thread.

#include <optional>
#include <string>

#include "kiosk/core/screen_parts.h"
#include "kiosk/ui/block.h"
#include "kiosk/ui/theme.h"

namespace inloop::ui {

// Loud is dark where everything is light and has a sign: it must be seen by who sees no colour.
enum class PillTone { Quiet, Loud };

struct Pill {
  std::string id;
  core::Phrase phrase;
  PillTone tone = PillTone::Quiet;
  std::optional<Tint> tint;  // of a quiet one; plain where it stands on a tint itself
  char32_t sign = 0;         // of the icon font; 0: none
  Role role = Role::Body;
};

[[nodiscard]] BlockPointer pill(Pill pill);

}  // namespace inloop::ui
