#include "kiosk/language/catalogues.h"

#include <catch2/catch.hpp>

using namespace inloop;
using namespace inloop::language;
using core::Language;

namespace {

std::string people(Language language, std::int64_t count) {
  static Catalogues const catalogues;
  return catalogues.of(language).plural("We counted one person.", "We counted {count} people.",
                                        count);
}

}  // namespace

TEST_CASE("a message is said in the language of the visitor") {
  Catalogues const catalogues;
  CHECK(catalogues.of(Language::Dutch).text("I am here") == "Ik ben er");
  CHECK(catalogues.of(Language::English).text("I am here") == "I am here");
  CHECK(catalogues.of(Language::Arabic).text("I am here") == "أنا هنا");
}

TEST_CASE("a message without a translation is said in English") {
  Catalogues const catalogues;
  CHECK(catalogues.of(Language::Dutch).text("Nobody wrote this") == "Nobody wrote this");
  CHECK(catalogues.of(Language::Dutch).plural("One such", "{count} such", 1) == "One such");
  CHECK(catalogues.of(Language::Dutch).plural("One such", "{count} such", 2) == "{count} such");
}

TEST_CASE("part of a longer text is looked up as the message it is") {
  Catalogues const catalogues;
  std::string_view const longer = "Yes and no";
  CHECK(catalogues.of(Language::Dutch).text(longer.substr(0, 3)) == "Ja");
}

TEST_CASE("English and Dutch have one form for one and one for all others") {
  CHECK(people(Language::English, 0) == "We counted {count} people.");
  CHECK(people(Language::English, 1) == "We counted one person.");
  CHECK(people(Language::English, 2) == "We counted {count} people.");
  CHECK(people(Language::Dutch, 1) == "Wij hebben één persoon geteld.");
  CHECK(people(Language::Dutch, 21) == "Wij hebben {count} mensen geteld.");
}

TEST_CASE("Polish and Ukrainian forms follow the last two digits") {
  CHECK(people(Language::Polish, 1) != people(Language::Polish, 21));
  CHECK(people(Language::Polish, 2) == people(Language::Polish, 34));
  CHECK(people(Language::Polish, 5) == people(Language::Polish, 12));
  CHECK(people(Language::Polish, 2) != people(Language::Polish, 5));
  CHECK(people(Language::Ukrainian, 1) == people(Language::Ukrainian, 21));
  CHECK(people(Language::Ukrainian, 1) != people(Language::Ukrainian, 11));
  CHECK(people(Language::Ukrainian, 3) == people(Language::Ukrainian, 104));
  CHECK(people(Language::Ukrainian, 5) == people(Language::Ukrainian, 111));
}

TEST_CASE("Arabic has six forms") {
  std::vector<std::string> forms;
  for (std::int64_t const count : {0, 1, 2, 3, 11, 100})
    forms.push_back(people(Language::Arabic, count));
  for (std::size_t first = 0; first < forms.size(); ++first)
    for (auto second = first + 1; second < forms.size(); ++second)
      CHECK(forms[first] != forms[second]);
  CHECK(people(Language::Arabic, 3) == people(Language::Arabic, 110));
  CHECK(people(Language::Arabic, 11) == people(Language::Arabic, 199));
}

TEST_CASE("Persian and Tigrinya say none and one alike") {
  for (auto const language : {Language::Persian, Language::Tigrinya})
    CHECK(people(language, 0) == people(language, 1));
  CHECK(people(Language::Tigrinya, 1) != people(Language::Tigrinya, 2));
}

TEST_CASE("numbers beyond what the catalogue library takes keep their plural form") {
  for (std::int64_t const rest : {1, 2, 3, 11, 21, 100})
    CHECK(people(Language::Arabic, 9'000'000'000'000 + rest) ==
          people(Language::Arabic, 1'000'000 + rest));
  CHECK(people(Language::Polish, 3'000'000'001) == people(Language::Polish, 1'000'001));
}

TEST_CASE("every language of the kiosk has words and is offered in the agreed order") {
  CHECK(available_languages() ==
        std::vector{Language::Dutch, Language::English, Language::Arabic, Language::Turkish,
                    Language::Polish, Language::Ukrainian, Language::Persian, Language::Tigrinya});
}
