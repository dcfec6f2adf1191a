#include "kiosk/core/screen_keyboard.h"

#include <utility>

#include "kiosk/core/keyboard.h"
#include "kiosk/core/phrases.h"

namespace inloop::core {
namespace {

bool has_capitals(KeyboardState const& state) {
  switch (state.capitals) {
    case Capitals::AtStart:
      return state.typed.empty();
    case Capitals::AtSentences:
      return begins_sentence(state.typed);
    case Capitals::None:
      return false;
  }
  return false;
}

std::vector<Key> keys_of(std::vector<std::string> const& letters, KeyboardState const& state,
                         Language language) {
  std::vector<Key> keys;
  for (auto const& letter : letters) {
    auto const text = has_capitals(state) ? with_capital(letter, language) : letter;
    keys.push_back({.text = text, .phrase = phrase(text)});
  }
  return keys;
}

}  // namespace

Keyboard keyboard_screen(KeyboardState const& state, Language language, Words const& words) {
  bool const has_more = state.layer == KeyLayer::More;
  auto const layout =
      state.marks == Marks::Present ? prose_keyboard_of(language) : keyboard_of(language);
  Keyboard result{.rows = {},
                  .space = phrase(words.text("Space")),
                  .erase = phrase(words.text("Erase")),
                  .more_keys = std::nullopt,
                  .first_key = state.first_key,
                  .next_keys = phrase(words.text("More letters"))};
  std::vector<Key> syllables;
  for (auto const& syllable : syllables_of(last_character(state.typed)))
    syllables.push_back({.text = syllable, .phrase = phrase(syllable), .is_replacing = true});
  if (!syllables.empty()) result.rows.push_back(std::move(syllables));
  if (state.digits == Digits::Above)
    result.rows.push_back(
        keys_of({"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}, state, language));
  for (auto const& row : has_more ? layout.more : layout.letters)
    result.rows.push_back(keys_of(row, state, language));
  if (!layout.more.empty()) {
    auto const& other = has_more ? layout.letters : layout.more;
    result.more_keys = Phrase{.shown = other[0][0] + other[0][1] + other[0][2],
                              .spoken = words.text("Other letters")};
  }
  return result;
}

}  // namespace inloop::core
