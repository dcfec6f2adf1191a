#include "kiosk/core/tokens.h"

#include <set>

#include <catch2/catch.hpp>

using namespace inloop::core;

namespace {

// As a language with agreement writes them.
class Agreeing final : public Words {
 public:
  std::string text(std::string_view message) const override {
    if (message == "blue") return "niebieski/niebieska/niebieskie";
    if (message == "{colour} owl") return "{colour2} sowa";
    if (message == "{colour} fish") return "ryba {colour2}";
    if (message == "{colour} apple") return "{colour3} jabłko";
    if (message == "red") return "kirmizi";
    return std::string(message);
  }
  std::string plural(std::string_view, std::string_view many, std::int64_t) const override {
    return std::string(many);
  }
};

int index_of(std::string_view message) {
  for (std::size_t i = 0; i < token_pictures.size(); ++i)
    if (token_pictures[i].message == message) return static_cast<int>(i);
  return -1;
}

}  // namespace

TEST_CASE("a colour takes the form that its picture needs") {
  Agreeing const words;
  CHECK(token_in_words({index_of("{colour} owl"), TokenColour::Blue}, words) == "niebieska sowa");
  CHECK(token_in_words({index_of("{colour} fish"), TokenColour::Blue}, words) == "ryba niebieska");
  CHECK(token_in_words({index_of("{colour} apple"), TokenColour::Blue}, words) ==
        "niebieskie jabłko");
  CHECK(token_in_words({index_of("{colour} tree"), TokenColour::Blue}, words) == "niebieski tree");
}

TEST_CASE("a colour with one form serves every picture") {
  Agreeing const words;
  CHECK(token_in_words({index_of("{colour} owl"), TokenColour::Red}, words) == "kirmizi sowa");
}

TEST_CASE("a picture alone has no colour and no blank beside it") {
  Agreeing const words;
  CHECK(picture_in_words(index_of("{colour} owl"), words) == "sowa");
  CHECK(picture_in_words(index_of("{colour} fish"), words) == "ryba");
}

TEST_CASE("all pictures differ, and there are more tokens than a session can hold") {
  std::set<std::string_view> pictures;
  for (auto const& one : token_pictures) pictures.insert(one.emoji);
  CHECK(pictures.size() == token_pictures.size());
  CHECK(token_count > 120);
  CHECK_FALSE(is_valid(Token{.picture = -1}));
  CHECK_FALSE(is_valid(Token{.picture = static_cast<int>(token_pictures.size())}));
}
