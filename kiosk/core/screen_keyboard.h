#pragma once
// The keyboard as the screens show it: which keys stand there for what was typed so far. Pure.

#include <string_view>

#include "kiosk/core/preferences.h"
#include "kiosk/core/screen_joining.h"
#include "kiosk/core/words.h"

namespace inloop::core {

enum class KeyLayer { Letters, More };
enum class Capitals { AtStart, AtSentences, None };
enum class Digits { Absent, Above };
enum class Marks { Absent, Present };  // of sentences

struct KeyboardState {
  std::string_view typed;
  KeyLayer layer = KeyLayer::Letters;
  int first_key = 0;
  Capitals capitals = Capitals::AtStart;
  Digits digits = Digits::Absent;
  Marks marks = Marks::Absent;
};

[[nodiscard]] Keyboard keyboard_screen(KeyboardState const& state, Language language,
                                       Words const& words);

}  // namespace inloop::core
