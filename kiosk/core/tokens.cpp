#include "kiosk/core/tokens.h"

#include <cstddef>

#include "kiosk/base/assert.h"
#include "kiosk/core/phrases.h"

namespace inloop::core {
namespace {

std::string colour_forms(TokenColour colour, Words const& words) {
  switch (colour) {
    case TokenColour::Blue:
      return words.text("blue");
    case TokenColour::Green:
      return words.text("green");
    case TokenColour::Yellow:
      return words.text("yellow");
    case TokenColour::Red:
      return words.text("red");
    case TokenColour::Purple:
      return words.text("purple");
    case TokenColour::Orange:
      return words.text("orange");
  }
  return {};
}

// The form with this index; the first where a translation lists fewer.
std::string_view form(std::string_view forms, int index) {
  auto rest = forms;
  for (; index > 0; --index) {
    auto const slash = rest.find('/');
    if (slash == std::string_view::npos)
      rest = forms;
    else
      rest.remove_prefix(slash + 1);
  }
  return rest.substr(0, rest.find('/'));
}

TokenPicture const& listed_picture(int picture) {
  INLOOP_ASSERT(is_valid(Token{.picture = picture}));
  return token_pictures[static_cast<std::size_t>(picture)];
}

}  // namespace

std::string token_in_words(Token const& token, Words const& words) {
  auto const& listed = listed_picture(token.picture);
  auto const forms = colour_forms(token.colour, words);
  return filled(
      words.text(listed.message),
      {{"colour", form(forms, 0)}, {"colour2", form(forms, 1)}, {"colour3", form(forms, 2)}});
}

// A colour stands before or behind its noun, with a blank between.
std::string picture_in_words(int picture, Words const& words) {
  auto const& listed = listed_picture(picture);
  auto text =
      filled(words.text(listed.message), {{"colour", ""}, {"colour2", ""}, {"colour3", ""}});
  auto const first = text.find_first_not_of(' ');
  auto const last = text.find_last_not_of(' ');
  return first == std::string::npos ? text : text.substr(first, last - first + 1);
}

}  // namespace inloop::core
