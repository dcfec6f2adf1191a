#pragma once
// The letters on the glass for each language: nothing needs a long press or two keys at once. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/preferences.h"

namespace inloop::core {

inline constexpr std::size_t most_keys_in_row = 10;

// Keys as they stand, at most most_keys_in_row a row; each is one letter as it is typed.
using KeyRows = std::vector<std::vector<std::string>>;

struct KeyboardLayout {
  KeyRows letters;
  KeyRows more;  // accents and what else names are written with; empty: none are needed

  bool operator==(KeyboardLayout const&) const = default;
};

[[nodiscard]] KeyboardLayout keyboard_of(Language language);

// The same with what sentences are written with: stop and comma beside the letters, the other marks
// first among the rest.
[[nodiscard]] KeyboardLayout prose_keyboard_of(Language language);

// The seven syllables that a letter of the Ethiopic script can become, itself included; nothing for
// other letters. They stand above the keys after such a letter was typed.
[[nodiscard]] std::vector<std::string> syllables_of(std::string_view letter);

// The first and the last character of a text, and the text without the last. UTF-8; a letter with
// its combining marks is one character.
[[nodiscard]] std::string_view first_character(std::string_view text);
[[nodiscard]] std::string_view last_character(std::string_view text);
[[nodiscard]] std::string_view without_last_character(std::string_view text);
[[nodiscard]] int count_characters(std::string_view text);

// Nothing stands before, or a sentence has ended.
[[nodiscard]] bool begins_sentence(std::string_view text_before);

// The text with its first letter as names begin; scripts without capitals stay as they are.
[[nodiscard]] std::string with_capital(std::string_view text, Language language);

}  // namespace inloop::core
