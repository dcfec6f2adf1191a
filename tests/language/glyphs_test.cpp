#include <array>

#include <catch2/catch.hpp>

#include "kiosk/core/keyboard.h"
#include "kiosk/core/tokens.h"
#include "kiosk/language/catalogues.h"
#include "kiosk/ui/typesetter.h"
#include "tests/language/po_file.h"

using namespace inloop;
using namespace inloop::language;
using core::Language;

namespace {

// Counts the letters that would show as a box, in both weights of the kiosk's letters.
class Letters {
 public:
  int unknown_in(std::string const& text) {
    int unknown = 0;
    for (auto const face : {ui::Face::Regular, ui::Face::Bold})
      unknown += m_typesetter.unknown_letters({.text = text, .face = face, .em_px = 20});
    return unknown;
  }

 private:
  ui::Typesetter m_typesetter;
};

std::vector<std::string> texts_in(core::LanguageFacts const& language) {
  // English has no catalogue: its words are the messages of any other.
  bool const is_english = language.language == Language::English;
  auto const code = std::string(is_english ? "nl" : language.code);
  auto const file = read_po_file(INLOOP_SOURCE_DIR "/assets/translations/" + code + ".po");
  REQUIRE(file.has_value());
  std::vector<std::string> texts;
  for (auto const& message : file->messages) {
    if (is_english) {
      texts.push_back(message.id);
      texts.push_back(message.plural_id);
    } else {
      texts.insert(texts.end(), message.forms.begin(), message.forms.end());
    }
  }
  return texts;
}

std::vector<std::string> keys_in(core::KeyRows const& rows) {
  std::vector<std::string> keys;
  for (auto const& row : rows) keys.insert(keys.end(), row.begin(), row.end());
  return keys;
}

// Each key, its capital and what can follow from it.
std::vector<std::string> letters_typed_in(Language language) {
  auto const keyboard = core::keyboard_of(language);
  std::vector<std::string> letters;
  for (auto const& rows : {keyboard.letters, keyboard.more})
    for (auto const& key : keys_in(rows)) {
      letters.push_back(key);
      letters.push_back(core::with_capital(key, language));
      for (auto const& syllable : core::syllables_of(key)) letters.push_back(syllable);
    }
  return letters;
}

}  // namespace

TEST_CASE("a letter that no font of the kiosk has is noticed") {
  Letters letters;
  CHECK(letters.unknown_in("a") == 0);
  CHECK(letters.unknown_in("字") > 0);
  CHECK(letters.unknown_in("Ik ben 字") > 0);
}

TEST_CASE("every letter of every catalogue has a glyph in the fonts of the kiosk") {
  Letters letters;
  for (auto const language : available_languages()) {
    auto const texts = texts_in(core::facts(language));
    REQUIRE(texts.size() > 200);
    for (auto const& text : texts) {
      CAPTURE(core::facts(language).code, text);
      CHECK(letters.unknown_in(text) == 0);
    }
  }
}

TEST_CASE("every token and every name of a language has its glyphs") {
  Letters letters;
  Catalogues const catalogues;
  for (auto const language : available_languages()) {
    CHECK(letters.unknown_in(std::string(core::facts(language).own_name)) == 0);
    for (int picture = 0; picture < static_cast<int>(core::token_pictures.size()); ++picture)
      for (auto const colour : core::all_token_colours) {
        auto const words =
            core::token_in_words({.picture = picture, .colour = colour}, catalogues.of(language));
        CAPTURE(core::facts(language).code, words);
        CHECK(letters.unknown_in(words) == 0);
      }
  }
}

TEST_CASE("every letter that can be typed has a glyph, as has each that follows from it") {
  Letters letters;
  for (auto const& language : core::all_languages) {
    auto const typed = letters_typed_in(language.language);
    REQUIRE(typed.size() > 40);
    for (auto const& letter : typed) {
      CAPTURE(language.code, letter);
      CHECK(letters.unknown_in(letter) == 0);
    }
  }
}

TEST_CASE("the marks that keep numbers whole take no glyph") {
  Letters letters;
  CHECK(letters.unknown_in("\u2066\u2067\u2068\u2069") == 0);
}
