#include "kiosk/core/preferences.h"

#include <set>

#include <catch2/catch.hpp>

using namespace inloop::core;

TEST_CASE("the facts of a language are its own") {
  std::set<std::string_view> codes;
  for (auto const& one : all_languages) {
    CAPTURE(one.code);
    CHECK(&facts(one.language) == &one);
    CHECK(language_from(one.code) == one.language);
    CHECK_FALSE(one.own_name.empty());
    codes.insert(one.code);
  }
  CHECK(codes.size() == all_languages.size());
}

TEST_CASE("a code of no language of ours is none") {
  CHECK(language_from("") == std::nullopt);
  CHECK(language_from("NL") == std::nullopt);
  CHECK(language_from("nl-NL") == std::nullopt);
  CHECK(language_from("xx") == std::nullopt);
}

TEST_CASE("Arabic and Persian are read from right to left, the others from left to right") {
  for (auto const& one : all_languages) {
    CAPTURE(one.code);
    auto const is_right_to_left =
        one.language == Language::Arabic || one.language == Language::Persian;
    CHECK((one.direction == Direction::RightToLeft) == is_right_to_left);
  }
}
