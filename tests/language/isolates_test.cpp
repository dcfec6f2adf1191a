#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "kiosk/core/isolate.h"
#include "kiosk/core/screen.h"
#include "kiosk/language/catalogues.h"
#include "tests/language/sample_pages.h"
#include "tests/language/screen_texts.h"
#include "tests/ui/samples.h"

using namespace inloop;
using namespace inloop::language;
using core::Language;

namespace {

struct Split {
  std::string outside;
  std::vector<std::string> isolated;  // the outermost ones
  bool is_balanced = true;
};

Split split_at_isolates(std::string_view text) {
  Split split;
  int depth = 0;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (text.starts_with(core::first_strong_isolate)) {
      taken = core::first_strong_isolate.size();
      if (depth++ == 0) split.isolated.emplace_back();
    } else if (text.starts_with(core::pop_directional_isolate)) {
      taken = core::pop_directional_isolate.size();
      if (--depth < 0) return {.is_balanced = false};
    } else {
      (depth == 0 ? split.outside : split.isolated.back()) += text.front();
    }
    text.remove_prefix(taken);
  }
  split.is_balanced = depth == 0;
  return split;
}

bool is_ascii_word(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0;
}

// Letters of Arabic and Persian are two bytes that begin with 0xD8 to 0xDB.
bool is_right_to_left(char byte) {
  auto const value = static_cast<unsigned char>(byte);
  return value >= 0xD8 && value <= 0xDB;
}

// A number or a word of ours may stand alone, but not loose in a sentence, and not with a sign
// before or behind it, which would change sides: "+1" would read "1+". One word that is written so
// in every alphabet keeps its place among words from the right.
bool is_torn_apart(std::string const& text) {
  static std::regex const everywhere(R"(\b(USB|BSN|MB)\b)");
  auto split = split_at_isolates(text);
  if (!split.is_balanced) return true;
  split.outside = std::regex_replace(split.outside, everywhere, "");
  if (std::ranges::none_of(split.outside, is_ascii_word)) return false;
  return std::ranges::any_of(split.outside, is_right_to_left) ||
         !is_ascii_word(split.outside.front()) || !is_ascii_word(split.outside.back());
}

// Isolates end with their paragraph.
bool has_torn_paragraph(std::string const& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (is_torn_apart(line)) return true;
  return false;
}

std::vector<std::string> texts_of_host_screens(Language language) {
  std::vector<std::string> texts;
  auto const words =
      language == Language::Arabic ? test::SampleWords::Arabic : test::SampleWords::Persian;
  for (auto const& sample : test::host_samples(words)) {
    auto const of_screen = texts_of(sample.screen);
    texts.insert(texts.end(), of_screen.begin(), of_screen.end());
  }
  return texts;
}

std::vector<std::string> texts_of_all_screens(Language language) {
  Catalogues const catalogues;
  std::vector<std::string> texts;
  for (auto const& state : states_of_all_pages(language)) {
    auto const of_screen = texts_of(screen_for(state, catalogues.of(language)));
    texts.insert(texts.end(), of_screen.begin(), of_screen.end());
  }
  return texts;
}

}  // namespace

TEST_CASE("what stands loose in a right-to-left sentence is noticed") {
  CHECK(is_torn_apart("الساعة 10:10"));
  CHECK(is_torn_apart("المكان: Zaal"));
  CHECK(is_torn_apart("الساعة \u206810:10"));
  CHECK(is_torn_apart("الساعة 10:10\u2069"));
  CHECK_FALSE(is_torn_apart("الساعة \u206810:10\u2069"));
  CHECK_FALSE(is_torn_apart("غداً، \u2068الساعة \u206812\u2069\u2069"));
  CHECK(is_torn_apart("+1"));
  CHECK(is_torn_apart("Er was soep."));
  CHECK_FALSE(is_torn_apart("\u2068+1\u2069"));
  CHECK_FALSE(is_torn_apart("12"));
  CHECK_FALSE(is_torn_apart("مرحباً"));
}

TEST_CASE("no number, time or foreign name stands loose in a right-to-left sentence") {
  for (auto const language : {Language::Arabic, Language::Persian})
    for (auto const& text : texts_of_all_screens(language)) {
      CAPTURE(core::facts(language).code, text);
      CHECK_FALSE(has_torn_paragraph(text));
    }
}

TEST_CASE("nothing that hosts read or wrote stands loose on their right-to-left screens") {
  for (auto const language : {Language::Arabic, Language::Persian})
    for (auto const& text : texts_of_host_screens(language)) {
      CAPTURE(core::facts(language).code, text);
      CHECK_FALSE(has_torn_paragraph(text));
    }
}

TEST_CASE("the sample screens hold the times, numbers and names that could be torn apart") {
  for (auto const language : {Language::Arabic, Language::Persian}) {
    std::set<std::string> isolated;
    for (auto const& text : texts_of_all_screens(language))
      for (auto const& one : split_at_isolates(text).isolated) isolated.insert(one);
    CAPTURE(core::facts(language).code);
    for (auto const* const wanted :
         {"10:10", "14:40", "23", "3", "4", "11", "26", "187", "0", "BOP Willem Klooslaan 12",
          "Wijkwandeling 55+", "Zaal 2", "De gastvrouw is 2 dagen ziek", "Language"}) {
      CAPTURE(wanted);
      CHECK(isolated.contains(wanted));
    }
  }
}

TEST_CASE("no screen of any language shows a placeholder") {
  for (auto const language : available_languages())
    for (auto const& text : texts_of_all_screens(language)) {
      CAPTURE(core::facts(language).code, text);
      CHECK(text.find_first_of("{}") == std::string::npos);
    }
}
