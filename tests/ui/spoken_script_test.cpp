#include "kiosk/ui/spoken_script.h"

#include <catch2/catch.hpp>

#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using ui::Mark;
using ui::MarkKind;

core::SpokenStates const states{.chosen = "gekozen", .unavailable = "kan nu niet"};

Mark mark(std::string id, MarkKind kind, std::string spoken) {
  return {.id = std::move(id), .kind = kind, .label = spoken, .spoken = spoken};
}

std::string script_of(std::vector<Mark> const& marks) {
  return joined(spoken_script(marks, states));
}

TEST_CASE("The title is said first, then the words, then the controls") {
  CHECK(script_of({mark("page/back", MarkKind::Button, "Terug"),
                   mark("page/hint", MarkKind::Text, "Even wachten."),
                   mark("page/title", MarkKind::Text, "Hoe gaat het?"),
                   mark("page/card", MarkKind::Card, "Vandaag open"),
                   mark("page/yes", MarkKind::MainButton, "Goed")}) ==
        "Hoe gaat het?\nEven wachten.\nVandaag open.\nTerug.\nGoed.");
}

TEST_CASE("The same words are said once") {
  CHECK(script_of({mark("page/title", MarkKind::Text, "Activiteiten"),
                   mark("page/one", MarkKind::Card, "Koffie"),
                   mark("page/other", MarkKind::Button, "Koffie")}) == "Activiteiten.\nKoffie.");
}

TEST_CASE("What has no words for the voice is not said") {
  auto const marks = std::vector{mark("page/decoration", MarkKind::Picture, "")};
  CHECK(spoken_script(marks, states).empty());
  CHECK(script_of({}).empty());
}

TEST_CASE("The keys of a keyboard are not read out with the screen") {
  CHECK(script_of({mark("name/title", MarkKind::Text, "Uw voornaam?"),
                   mark("name/key_a", MarkKind::Key, "a")}) == "Uw voornaam?");
}

TEST_CASE("A control says that it is chosen, and that it cannot be used now") {
  auto yes = mark("page/yes", MarkKind::Button, "Ja.");
  yes.is_chosen = true;
  CHECK(spoken_words(yes, states) == "Ja, gekozen");
  auto up = mark("page/up", MarkKind::Button, "Omhoog");
  up.is_enabled = false;
  CHECK(spoken_words(up, states) == "Omhoog, kan nu niet");
}

TEST_CASE("Letters that only arrange others are not handed to the voice") {
  CHECK(spoken_words(mark("a", MarkKind::Text,
                          "om \u2068"
                          "3:30\u2069 uur"),
                     states) == "om 3:30 uur");
  CHECK(spoken_words(mark("a", MarkKind::Text, "vol · wachtlijst"), states) == "vol, wachtlijst");
  CHECK(spoken_words(mark("a", MarkKind::Text, "\u2068\u2069 "), states).empty());
}

TEST_CASE("Sentences that end in other scripts get no second full stop") {
  CHECK(script_of({mark("a/title", MarkKind::Text, "كيف حالك؟")}) == "كيف حالك؟");
}

TEST_CASE("Every screen in every language has a script that begins with its title") {
  using enum test::SampleWords;
  test::CountingTextures textures;
  ui::Ui ui(textures, test::portrait_glass());
  for (auto const words : {Dutch, English, Arabic, Turkish, Polish, Ukrainian, Persian, Tigrinya})
    for (auto const& sample : test::all_samples(words, core::Speech::Spoken)) {
      INFO(sample.name);
      static_cast<void>(ui.draw(sample.screen, {}, 0));
      auto const script = ui.utterances();
      REQUIRE_FALSE(script.empty());
      CHECK(script.front().id == ui::title_of(ui.marks())->id);
      CHECK(ui.script().find("\u2068") == std::string::npos);
      CHECK(ui.script().find("{") == std::string::npos);
    }
}

}  // namespace
}  // namespace inloop
