#include "kiosk/core/host/text_entry.h"

#include "kiosk/core/keyboard.h"
#include "kiosk/core/screen_keyboard.h"

namespace inloop::core::host {

void type(TextEntry& entry, std::string_view key, Language language) {
  bool const is_first =
      entry.is_sentence && (entry.is_prose ? begins_sentence(entry.text) : entry.text.empty());
  auto const text = entry.text + (is_first ? with_capital(key, language) : std::string(key));
  entry.is_too_long = count_characters(text) > entry.most_characters;
  if (!entry.is_too_long) entry.text = text;
  // What a letter can become stands before all other keys.
  if (!syllables_of(last_character(entry.text)).empty()) entry.first_key = 0;
}

void replace(TextEntry& entry, std::string_view syllable) {
  entry.text = without_last_character(entry.text);
  entry.text += syllable;
}

void erase(TextEntry& entry) {
  entry.text = without_last_character(entry.text);
  entry.is_too_long = false;
}

void turn_keys(TextEntry& entry) {
  entry.has_more_keys = !entry.has_more_keys;
  entry.first_key = 0;
}

Phrase typed_phrase(TextEntry const& entry, Words const& words) {
  if (entry.text.empty()) return {.shown = {}, .spoken = words.text("Nothing is typed yet.")};
  return {.shown = entry.text, .spoken = entry.text};
}

Keyboard keyboard_for(TextEntry const& entry, Language language, Words const& words) {
  return keyboard_screen({.typed = entry.text,
                          .layer = entry.has_more_keys ? KeyLayer::More : KeyLayer::Letters,
                          .first_key = entry.first_key,
                          .capitals = !entry.is_sentence ? Capitals::None
                                      : entry.is_prose   ? Capitals::AtSentences
                                                         : Capitals::AtStart,
                          .digits = Digits::Above,
                          .marks = entry.is_prose ? Marks::Present : Marks::Absent},
                         language, words);
}

}  // namespace inloop::core::host
