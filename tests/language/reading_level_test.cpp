#include "tests/language/reading_level.h"

#include <catch2/catch.hpp>

#include "kiosk/language/catalogues.h"
#include "tests/language/po_file.h"
#include "tests/language/sample_pages.h"
#include "tests/language/screen_texts.h"

using namespace inloop;
using namespace inloop::language;

namespace {

// Words of offices and computers, and words that call a resident "jij".
std::vector<std::string> const avoided_in_dutch = words_in(
    "aanmelden account activeren administratie afmelden annuleren anonimiseren applicatie "
    "authenticatie beschikbaar bevestigen bijeenkomst capaciteit cliënt conform data "
    "deelname deelnemen deelnemer doelgroep echter evaluatie evenement feedback formulier "
    "foutmelding gegevens inchecken indien inloggen inschrijven inschrijving interface "
    "kaart kaarten kaartlezer kaartnummer pasje pasjes "  // a pas, held to the paslezer
    "legitimatie locatie momenteel optie organisatie participatie persoonsgegevens privacy "
    "procedure qr reeds registratie registreren reserveren reservering scannen selecteren "
    "server sessie statistiek systeem technisch tevens token uitchecken verstrekken verwerken "
    "verwijderen je jij jou jouw jullie jezelf jouwe");

std::vector<std::string> const avoided_in_english = words_in(
    "account application attendance authentication available beneficiary cancel capacity "
    "client confirm data enrol error evaluation event feedback however invalid location "
    "login option organisation participant participate privacy procedure proceed process "
    "register reservation reserve scan select server session statistics submit system token "
    "waitlist");

PoFile dutch() {
  auto file = read_po_file(INLOOP_SOURCE_DIR "/assets/translations/nl.po");
  REQUIRE(file.has_value());
  return *file;
}

std::vector<std::string> dutch_texts() {
  std::vector<std::string> texts;
  for (auto const& message : dutch().messages)
    texts.insert(texts.end(), message.forms.begin(), message.forms.end());
  return texts;
}

// The messages themselves are the English words.
std::vector<std::string> english_texts() {
  std::vector<std::string> texts;
  for (auto const& message : dutch().messages) {
    texts.push_back(message.id);
    if (!message.plural_id.empty()) texts.push_back(message.plural_id);
  }
  return texts;
}

}  // namespace

TEST_CASE("the Dutch words can be read at level A2, in the u-form") {
  auto const texts = dutch_texts();
  REQUIRE_FALSE(texts.empty());
  for (auto const& text : texts)
    CHECK(objections_to(text, avoided_in_dutch) == std::vector<std::string>());
  CHECK(average_words(texts) <= most_words_on_average);
}

TEST_CASE("the English words can be read at level A2") {
  auto const texts = english_texts();
  REQUIRE_FALSE(texts.empty());
  for (auto const& text : texts)
    CHECK(objections_to(text, avoided_in_english) == std::vector<std::string>());
  CHECK(average_words(texts) <= most_words_on_average);
}

TEST_CASE("the screens keep the reading level when names, times and numbers stand in them") {
  Catalogues const catalogues;
  auto const check = [&](core::Language language, std::vector<std::string> const& avoided) {
    for (auto const& state : states_of_all_pages(language))
      for (auto const& text : texts_of(screen_for(state, catalogues.of(language))))
        CHECK(objections_to(text, avoided) == std::vector<std::string>());
  };
  check(core::Language::Dutch, avoided_in_dutch);
  check(core::Language::English, avoided_in_english);
}

TEST_CASE("the reading level objects to long sentences, jargon and jij") {
  CHECK(objections_to("Eén twee drie vier vijf zes zeven acht negen tien elf twaalf.",
                      avoided_in_dutch)
            .empty());
  CHECK(objections_to("Eén twee drie vier vijf zes zeven acht negen tien elf twaalf dertien.",
                      avoided_in_dutch)
            .size() == 1);
  CHECK(objections_to("Wil JE je registreren?", avoided_in_dutch).size() == 3);
  CHECK(objections_to("Please confirm your session.", avoided_in_english).size() == 2);
}

TEST_CASE("sentences and words are counted as a reader counts them") {
  CHECK(sentences_in("Dit werkt niet. Vraag het!").size() == 2);
  CHECK(sentences_in("Welkom").size() == 1);
  CHECK(sentences_in("...").empty());
  CHECK(sentences_in("هل ما زلت هنا؟ نعم.").size() == 2);
  CHECK(sentences_in("ስእሊ ትመርጹ። ስም ኣየድልን እዩ።").size() == 2);
  CHECK(words_in("Met z’n tweeën, {count}: ja") ==
        std::vector<std::string>{"met", "z’n", "tweeën", "count", "ja"});
  CHECK(average_words({"Een twee.", "Een twee drie vier."}) == Approx(3));
}
