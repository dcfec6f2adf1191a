#include "kiosk/app/narrator.h"

#include <catch2/catch.hpp>

namespace inloop::app {
namespace {

using core::Language;
using core::Speech;

class FakeVoice final : public Voice {
 public:
  void say(Language language, std::string text) override {
    said.push_back(std::string(core::facts(language).code) + ": " + text);
    m_is_speaking = true;
  }
  void stop() override {
    ++stops;
    m_is_speaking = false;
  }
  void set_volume(int step) override { volumes.push_back(step); }
  bool is_speaking() const override { return m_is_speaking; }

  std::vector<std::string> said;
  std::vector<int> volumes;
  int stops = 0;

 private:
  bool m_is_speaking = false;
};

ui::Utterance text(std::string id, std::string words) {
  return {.id = std::move(id), .words = words, .plain = words};
}

ui::Utterance button(std::string id, std::string words) {
  return {.id = std::move(id), .words = words, .plain = words, .is_control = true};
}

// A visitor who listens, at a kiosk whose screen the test sets.
class Listening {
 public:
  Listening() {
    screen.preferences.speech = Speech::Spoken;
    screen.content = core::ApologyScreen{};
    utterances = {text("a/title", "Dit lukt nu niet."), button("a/done", "Goed")};
  }

  void see(std::optional<std::string> say = {}) {
    narrator.see({.screen = screen,
                  .utterances = utterances,
                  .say = std::move(say),
                  .uptime_ms = uptime_ms});
  }

  // What was said since the last call.
  std::vector<std::string> heard() { return std::exchange(voice.said, {}); }

  FakeVoice voice;
  Narrator narrator{voice};
  core::Screen screen;
  std::vector<ui::Utterance> utterances;
  std::int64_t uptime_ms = 1'000'000;
};

using Sentences = std::vector<std::string>;

TEST_CASE("A new page is read out once, title first, and not again with each frame") {
  Listening visitor;
  visitor.see();
  CHECK(visitor.heard() == Sentences{"nl: Dit lukt nu niet.\nGoed."});
  visitor.see();
  CHECK(visitor.heard().empty());
  visitor.screen.content = core::PartyScreen{};
  visitor.utterances = {text("party/title", "Met hoeveel bent u?")};
  visitor.see();
  CHECK(visitor.heard() == Sentences{"nl: Met hoeveel bent u?"});
}

TEST_CASE("Without speech nothing is said") {
  Listening visitor;
  visitor.screen.preferences.speech = Speech::Silent;
  visitor.see("Goed");
  visitor.narrator.repeat();
  CHECK(visitor.heard().empty());
}

TEST_CASE("What is explored is said, and repeated when asked") {
  Listening visitor;
  visitor.see();
  visitor.see("Goed");
  visitor.narrator.repeat();
  CHECK(visitor.heard() == Sentences{"nl: Dit lukt nu niet.\nGoed.", "nl: Goed", "nl: Goed"});
}

TEST_CASE("A finger on the glass or a key stops the voice at once") {
  Listening visitor;
  visitor.see();
  REQUIRE(visitor.voice.is_speaking());
  visitor.narrator.hush();
  CHECK_FALSE(visitor.voice.is_speaking());
}

TEST_CASE("Speech that is switched off stops, and leaves nothing to be repeated") {
  Listening visitor;
  visitor.see();
  static_cast<void>(visitor.heard());
  visitor.screen.preferences.speech = Speech::Silent;
  visitor.see();
  CHECK_FALSE(visitor.voice.is_speaking());
  visitor.narrator.repeat();
  CHECK(visitor.heard().empty());
}

TEST_CASE("Speech that is switched on reads the page that stands there") {
  Listening visitor;
  visitor.screen.preferences.speech = Speech::Silent;
  visitor.screen.content = core::HomeScreen{};
  visitor.see();
  visitor.screen.preferences.speech = Speech::Spoken;
  visitor.narrator.act(visitor.uptime_ms);
  visitor.see();
  CHECK(visitor.heard().size() == 1);
}

TEST_CASE("Another language is heard at once, with the whole page") {
  Listening visitor;
  visitor.see();
  static_cast<void>(visitor.heard());
  visitor.screen.preferences.language = Language::Turkish;
  visitor.utterances = {text("a/title", "Bu şu an olmuyor.")};
  visitor.see();
  CHECK(visitor.heard() == Sentences{"tr: Bu şu an olmuyor."});
}

TEST_CASE("What the clock changes is not said") {
  Listening visitor;
  visitor.screen.content = core::HomeScreen{};
  visitor.utterances = {text("home/clock", "tien over tien")};
  visitor.narrator.act(visitor.uptime_ms);
  visitor.see();
  static_cast<void>(visitor.heard());
  visitor.uptime_ms += answer_within_ms + 1;
  visitor.utterances = {text("home/clock", "elf over tien")};
  visitor.see();
  CHECK(visitor.heard().empty());
}

TEST_CASE("What changes after the visitor did something is said, and only that") {
  Listening visitor;
  visitor.screen.content = core::NameScreen{};
  visitor.utterances = {text("name/title", "Uw voornaam?"), text("name/typed", "nog niets"),
                        button("name/confirm", "Ik doe mee"), button("tools/theme", "Kleuren")};
  visitor.see();
  static_cast<void>(visitor.heard());
  visitor.narrator.act(visitor.uptime_ms);
  visitor.utterances[1] = text("name/typed", "een letter");
  visitor.utterances[3] = button("tools/theme", "Andere kleuren");
  visitor.see();
  CHECK(visitor.heard() == Sentences{"nl: een letter."});
}

TEST_CASE("An answer that takes a while is still said") {
  Listening visitor;
  visitor.screen.content = core::TakeAlongScreen{};
  visitor.utterances = {text("take/title", "Meenemen")};
  visitor.see();
  visitor.narrator.act(visitor.uptime_ms);
  static_cast<void>(visitor.heard());
  visitor.uptime_ms += 8'000;
  visitor.utterances.push_back(text("take/print_note", "Pak uw bonnetje."));
  visitor.see();
  CHECK(visitor.heard() == Sentences{"nl: Pak uw bonnetje."});
}

TEST_CASE("A choice is said when it is made, a button that has to wait is not") {
  Listening visitor;
  visitor.utterances = {button("a/yes", "Ja"), button("a/no", "Nee")};
  visitor.see();
  static_cast<void>(visitor.heard());
  visitor.narrator.act(visitor.uptime_ms);
  visitor.utterances[0].words = "Ja, gekozen";
  visitor.utterances[0].is_chosen = true;
  visitor.utterances[1].words = "Nee, kan nu niet";
  visitor.see();
  CHECK(visitor.heard() == Sentences{"nl: Ja, gekozen."});
}

TEST_CASE("The time-out warning is said once with its button, not each second") {
  Listening visitor;
  visitor.screen.content = core::TimeOutScreen{};
  visitor.utterances = {text("time_out/title", "Bent u er nog?"),
                        text("time_out/text", "Nog 30 seconden."),
                        button("time_out/still_here", "Ik ben er nog")};
  visitor.narrator.act(visitor.uptime_ms);
  visitor.see();
  CHECK(visitor.heard() == Sentences{"nl: Bent u er nog?\nNog 30 seconden.\nIk ben er nog."});
  visitor.utterances[1] = text("time_out/text", "Nog 29 seconden.");
  visitor.see();
  CHECK(visitor.heard().empty());
}

TEST_CASE("A kiosk that comes to rest by itself is silent, also where speech is on by default") {
  Listening visitor;
  visitor.see();
  static_cast<void>(visitor.heard());
  visitor.screen.content = core::HomeScreen{};
  visitor.uptime_ms += answer_within_ms + 1;
  visitor.see();
  CHECK(visitor.heard().empty());
  CHECK_FALSE(visitor.voice.is_speaking());
}

TEST_CASE("A new volume is set and heard with the last words") {
  Listening visitor;
  visitor.screen.preferences.volume = 2;
  visitor.see();
  visitor.see("Harder");
  static_cast<void>(visitor.heard());
  visitor.screen.preferences.volume = 3;
  visitor.see();
  CHECK(visitor.voice.volumes == std::vector{2, 3});
  CHECK(visitor.heard() == Sentences{"nl: Harder"});
}

}  // namespace
}  // namespace inloop::app
