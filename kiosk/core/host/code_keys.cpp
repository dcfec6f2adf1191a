#include "kiosk/core/host/code_keys.h"

#include <string>

#include "kiosk/core/hosts.h"
#include "kiosk/core/phrases.h"

namespace inloop::core::host {

Keyboard code_keyboard(TextEntry const& entry, Words const& words) {
  Keyboard keyboard{.rows = {},
                    .space = phrase(words.text("Space")),
                    .erase = phrase(words.text("Erase")),
                    .more_keys = std::nullopt,
                    .first_key = entry.first_key,
                    .next_keys = phrase(words.text("More letters"))};
  constexpr std::size_t keys_in_row = 8;
  static_assert(code_alphabet.size() % keys_in_row == 0);
  for (std::size_t i = 0; i < code_alphabet.size(); ++i) {
    if (i % keys_in_row == 0) keyboard.rows.emplace_back();
    std::string const letter(1, code_alphabet[i]);
    keyboard.rows.back().push_back({.text = letter, .phrase = phrase(letter)});
  }
  return keyboard;
}

}  // namespace inloop::core::host
