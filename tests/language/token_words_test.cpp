#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/core/times_in_words.h"
#include "kiosk/core/tokens.h"
#include "kiosk/language/catalogues.h"

using namespace inloop;
using namespace inloop::core;
using language::available_languages;
using language::Catalogues;

namespace {

std::vector<Token> all_tokens() {
  std::vector<Token> tokens;
  for (int picture = 0; picture < static_cast<int>(token_pictures.size()); ++picture)
    for (auto const colour : all_token_colours)
      tokens.push_back({.picture = picture, .colour = colour});
  return tokens;
}

bool is_said_cleanly(std::string const& text) {
  return !text.empty() && text.find_first_of("{}/") == std::string::npos &&
         text.find("  ") == std::string::npos && text.front() != ' ' && text.back() != ' ';
}

}  // namespace

TEST_CASE("each token has words of its own in every language") {
  Catalogues const catalogues;
  REQUIRE(available_languages().size() == all_languages.size());
  for (auto const language : available_languages()) {
    std::map<std::string, int> said;
    for (auto const& token : all_tokens()) {
      auto const words = token_in_words(token, catalogues.of(language));
      CAPTURE(facts(language).code, words);
      CHECK(is_said_cleanly(words));
      CHECK(++said[words] == 1);
    }
    CHECK(said.size() == token_count);
  }
}

TEST_CASE("each picture has a word of its own, without a colour, in every language") {
  Catalogues const catalogues;
  for (auto const language : available_languages()) {
    std::set<std::string> said;
    for (int picture = 0; picture < static_cast<int>(token_pictures.size()); ++picture) {
      auto const word = picture_in_words(picture, catalogues.of(language));
      CAPTURE(facts(language).code, word);
      CHECK(is_said_cleanly(word));
      CHECK(said.insert(word).second);
    }
  }
}

TEST_CASE("each colour lists the forms that the pictures ask for, or one for all") {
  Catalogues const catalogues;
  for (auto const language : available_languages()) {
    auto const& words = catalogues.of(language);
    auto const has_picture_with = [&](std::string_view placeholder) {
      return std::ranges::any_of(token_pictures, [&](TokenPicture const& picture) {
        return words.text(picture.message).find(placeholder) != std::string::npos;
      });
    };
    auto const asked = has_picture_with("{colour3}") ? 3 : has_picture_with("{colour2}") ? 2 : 1;
    for (auto const* const colour : {"blue", "green", "yellow", "red", "purple", "orange"}) {
      auto const forms = std::ranges::count(words.text(colour), '/') + 1;
      CAPTURE(facts(language).code, colour);
      CHECK((forms == 1 || forms == asked));
    }
  }
}

TEST_CASE("a colour takes the form that its noun needs") {
  Catalogues const catalogues;
  auto const said = [&](int picture, Language language) {
    return token_in_words({.picture = picture, .colour = TokenColour::Blue},
                          catalogues.of(language));
  };
  constexpr int owl = 0;
  constexpr int elephant = 6;
  constexpr int apple = 8;
  constexpr int house = 18;
  CHECK(said(owl, Language::Dutch) == "blauwe uil");
  CHECK(said(house, Language::Dutch) == "blauw huis");
  CHECK(said(owl, Language::Polish) == "niebieska sowa");
  CHECK(said(elephant, Language::Polish) == "niebieski słoń");
  CHECK(said(apple, Language::Polish) == "niebieskie jabłko");
  CHECK(said(owl, Language::Ukrainian) == "синя сова");
  CHECK(said(apple, Language::Ukrainian) == "синє яблуко");
  CHECK(said(owl, Language::Arabic) == "بومة زرقاء");
  CHECK(said(elephant, Language::Arabic) == "فيل أزرق");
}

TEST_CASE("each time on the face of the clock is said in words of its own, in every language") {
  Catalogues const catalogues;
  for (auto const language : available_languages()) {
    std::set<std::string> said;
    for (int minute = 0; minute < 12 * 60; ++minute) {
      auto const words = clock_in_words(minute, catalogues.of(language));
      CAPTURE(facts(language).code, words);
      CHECK(is_said_cleanly(words));
      CHECK(said.insert(words).second);
    }
  }
}

TEST_CASE("half past three is half four where people count to the hour to come") {
  Catalogues const catalogues;
  constexpr int half_past_three = 15 * 60 + 30;
  auto const names_the_next_hour = [&](Language language) {
    return clock_in_words(half_past_three, catalogues.of(language)).find('4') != std::string::npos;
  };
  CHECK(names_the_next_hour(Language::Dutch));
  CHECK(names_the_next_hour(Language::Polish));
  CHECK(names_the_next_hour(Language::Ukrainian));
  CHECK_FALSE(names_the_next_hour(Language::English));
  CHECK_FALSE(names_the_next_hour(Language::Arabic));
  CHECK_FALSE(names_the_next_hour(Language::Turkish));
  CHECK_FALSE(names_the_next_hour(Language::Persian));
  CHECK_FALSE(names_the_next_hour(Language::Tigrinya));
}
