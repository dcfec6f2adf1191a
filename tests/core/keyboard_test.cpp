#include "kiosk/core/keyboard.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/core/sign_ups.h"

using namespace inloop::core;

TEST_CASE("every keyboard has rows of at most ten different letters") {
  for (auto const& one : all_languages) {
    auto const layout = keyboard_of(one.language);
    for (auto const* const rows : {&layout.letters, &layout.more}) {
      std::set<std::string> letters;
      std::size_t count = 0;
      for (auto const& row : *rows) {
        INFO(one.code);
        CHECK(row.size() <= 10);
        for (auto const& letter : row) {
          CHECK(count_characters(letter) == 1);
          letters.insert(letter);
          ++count;
        }
      }
      CHECK(letters.size() == count);
    }
    CHECK_FALSE(layout.letters.empty());
  }
}

TEST_CASE("each language can write the names of its people") {
  struct Name {
    Language language;
    std::string name;
  };
  for (auto const& [language, name] :
       {Name{Language::Dutch, "zoë"}, Name{Language::Dutch, "anne-marie"},
        Name{Language::Turkish, "gülşah"}, Name{Language::Polish, "łucja"},
        Name{Language::Ukrainian, "юлія"}, Name{Language::Arabic, "فاطمة"},
        Name{Language::Persian, "ژیلا"}}) {
    auto const layout = keyboard_of(language);
    std::set<std::string> letters;
    for (auto const* const rows : {&layout.letters, &layout.more})
      for (auto const& row : *rows) letters.insert(row.begin(), row.end());
    for (std::string_view rest = name; !rest.empty(); rest = without_last_character(rest)) {
      INFO(name << ": " << last_character(rest));
      CHECK(letters.contains(std::string(last_character(rest))));
    }
  }
}

TEST_CASE("each language can write sentences with their marks") {
  for (auto const& one : all_languages) {
    auto const plain = keyboard_of(one.language);
    auto const prose = prose_keyboard_of(one.language);
    std::multiset<std::string> keys;
    for (auto const* const rows : {&prose.letters, &prose.more})
      for (auto const& row : *rows) {
        INFO(one.code);
        CHECK(row.size() <= most_keys_in_row);
        keys.insert(row.begin(), row.end());
      }
    for (auto const& key : keys) {
      INFO(one.code << ": " << key);
      CHECK(keys.count(key) == 1);
    }
    for (auto const* const rows : {&plain.letters, &plain.more})
      for (auto const& row : *rows)
        for (auto const& letter : row) CHECK(keys.contains(letter));
    bool const is_arabic = one.language == Language::Arabic || one.language == Language::Persian;
    CHECK(keys.contains(is_arabic ? "؟" : "?"));
    for (auto const* const mark : {"!", ":", "(", ")", "-", "'"}) CHECK(keys.contains(mark));
    // The stop needs no other layer.
    auto const& last = prose.letters;
    auto const is_stop = [](std::string const& key) { return key == "." || key == "።"; };
    CHECK(std::ranges::any_of(last,
                              [&](auto const& row) { return std::ranges::any_of(row, is_stop); }));
  }
}

TEST_CASE("a sentence begins at the start and behind a stop with a blank") {
  for (auto const* const text : {"", "  ", "Ja. ", "Ja! ", "Ja?  ", "Ja,\n", "Ja.\n"})
    CHECK(begins_sentence(text));
  for (auto const* const text : {"J", "Ja.", "Ja, ", "om 10.", "Ja "})
    CHECK_FALSE(begins_sentence(text));
}

TEST_CASE("an Ethiopic letter becomes each of its seven syllables") {
  CHECK(syllables_of("ሰ") == std::vector<std::string>{"ሰ", "ሱ", "ሲ", "ሳ", "ሴ", "ስ", "ሶ"});
  CHECK(syllables_of("ሳ") == syllables_of("ሰ"));
  CHECK(syllables_of("a").empty());
  CHECK(syllables_of("ش").empty());
}

TEST_CASE("the last character is whole, whatever its bytes and marks") {
  CHECK(last_character("zoë") == "ë");
  CHECK(last_character("ሰላ") == "ላ");
  CHECK(last_character("zoe\u0308") == "e\u0308");
  CHECK(last_character("").empty());
  CHECK(first_character("ëva") == "ë");
  CHECK(first_character("e\u0308va") == "e\u0308");
  CHECK(first_character("").empty());
  CHECK(without_last_character("zoë") == "zo");
  CHECK(count_characters("zoe\u0308 ሰላም") == 7);
}

TEST_CASE("a name begins as its language begins names") {
  CHECK(with_capital("i", Language::Turkish) == "İ");
  CHECK(with_capital("ı", Language::Turkish) == "I");
  CHECK(with_capital("i", Language::Dutch) == "I");
  CHECK(with_capital("ł", Language::Polish) == "Ł");
  CHECK(with_capital("ю", Language::Ukrainian) == "Ю");
  CHECK(with_capital("ف", Language::Arabic) == "ف");
}

TEST_CASE("what is no first name is refused for a reason") {
  CHECK(problem_with_name("") == NameProblem::Empty);
  CHECK(problem_with_name("   ") == NameProblem::Empty);
  CHECK(problem_with_name("123456782") == NameProblem::NotAName);
  CHECK(problem_with_name("a@b") == NameProblem::NotAName);
  CHECK(problem_with_name("Anna\nBep") == NameProblem::NotAName);
  CHECK(problem_with_name(std::string(21, 'a')) == NameProblem::TooLong);
  CHECK(problem_with_name("Anne-Marie") == std::nullopt);
  CHECK(problem_with_name("فاطمة") == std::nullopt);
}
