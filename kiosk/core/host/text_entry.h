#pragma once
// What a host types on the glass: what it holds, how long it may be, what was wrong with it. Pure
// values and rules.

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/preferences.h"
#include "kiosk/core/screen_joining.h"
#include "kiosk/core/words.h"

namespace inloop::core::host {

struct TextEntry {
  std::string text;
  int most_characters = 40;
  bool is_sentence = true;     // begins with a capital
  bool is_prose = false;       // several sentences, with their marks
  bool has_more_keys = false;  // the other layer of the keyboard stands
  int first_key = 0;           // where not all keys fit the glass
  bool is_too_long = false;    // the last key found it full

  bool operator==(TextEntry const&) const = default;
};

// What the keys of the keyboard do to it.
void type(TextEntry& entry, std::string_view key, Language language);
void replace(TextEntry& entry, std::string_view syllable);
void erase(TextEntry& entry);
void turn_keys(TextEntry& entry);

// What stands in the field; an empty one says so to who cannot see it.
[[nodiscard]] Phrase typed_phrase(TextEntry const& entry, Words const& words);

// Digits stand above the letters, because hosts write times and numbers.
[[nodiscard]] Keyboard keyboard_for(TextEntry const& entry, Language language, Words const& words);

}  // namespace inloop::core::host
