#include "tests/language/screen_texts.h"

#include <array>
#include <optional>
#include <type_traits>

namespace inloop::language {
namespace {

using namespace core;

// Takes the parts of a screen apart down to their phrases. A screen without a function here does
// not compile.
class Texts {
 public:
  explicit Texts(std::vector<std::string>& texts) : m_texts(texts) {}

  void take(Phrase const& phrase) {
    m_texts.push_back(phrase.shown);
    if (phrase.spoken != phrase.shown) m_texts.push_back(phrase.spoken);
  }

  template <typename Part>
  void take(std::optional<Part> const& part) {
    if (part) take(*part);
  }

  template <typename Part>
  void take(std::vector<Part> const& parts) {
    for (auto const& part : parts) take(part);
  }

  template <typename Part, std::size_t count>
  void take(std::array<Part, count> const& parts) {
    for (auto const& part : parts) take(part);
  }

  template <typename First, typename Second, typename... More>
  void take(First const& first, Second const& second, More const&... more) {
    take(first);
    take(second, more...);
  }

  void take(Tools const& tools) {
    take(tools.listen, tools.repeat, tools.volume, tools.text_size, tools.theme, tools.reach);
  }
  void take(Scroll const& scroll) { take(scroll.up, scroll.more); }
  void take(SessionTile const& tile) { take(tile.title, tile.when, tile.places); }
  void take(SessionHeading const& heading) { take(heading.title, heading.when); }
  void take(KnowledgePoint const& point) { take(point.text); }
  void take(LanguageChoice const& choice) { take(choice.own_name); }
  void take(PartyPreset const& preset) { take(preset.label); }
  void take(Stepper const& stepper) {
    take(stepper.label, stepper.number, stepper.fewer, stepper.more);
  }
  void take(SpanChoice const& choice) { take(choice.label); }
  void take(LikeTile const& tile) { take(tile.label); }
  void take(TokenTile const& tile) { take(tile.label); }
  void take(PictureTile const& tile) { take(tile.label); }
  void take(Keyboard const& keyboard) { take(keyboard.space, keyboard.erase, keyboard.next_keys); }
  void take(CallLine const& line) { take(line.text, line.answer); }
  void take(FeelingChoice const& choice) { take(choice.label); }

  void take(HomeScreen const& screen) {
    take(screen.place_name, screen.date, screen.welcome, screen.invitation, screen.clock,
         screen.check_in, screen.card_hint, screen.open_today, screen.activities, screen.talk,
         screen.help, screen.leave, screen.next, screen.calls, screen.knowledge, screen.languages,
         screen.choose_language);
  }
  void take(WelcomeScreen const& screen) {
    take(screen.title, screen.counted, screen.question, screen.yes, screen.no, screen.more_people,
         screen.mistake, screen.done, screen.next);
  }
  void take(PartyScreen const& screen) {
    take(screen.back, screen.title, screen.adults, screen.children, screen.presets, screen.confirm);
  }
  void take(LanguagesScreen const& screen) { take(screen.back, screen.title, screen.languages); }
  void take(KnowledgeScreen const& screen) {
    take(screen.back, screen.title, screen.points, screen.released);
  }
  void take(TimeOutScreen const& screen) {
    take(screen.title, screen.remaining, screen.still_here);
  }
  void take(ApologyScreen const& screen) { take(screen.title, screen.advice, screen.done); }
  void take(OutOfOrderScreen const& screen) { take(screen.title, screen.advice); }
  void take(ActivitiesScreen const& screen) {
    take(screen.back, screen.likes, screen.title, screen.spans, screen.tiles, screen.scroll,
         screen.empty);
  }
  void take(LikesScreen const& screen) {
    take(screen.back, screen.title, screen.promise, screen.tiles);
  }
  void take(SessionScreen const& screen) {
    take(screen.back, screen.heading, screen.places, screen.facts, screen.join, screen.my_sign_up,
         screen.take_along, screen.link);
  }
  void take(TokenChoiceScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.advice, screen.tiles, screen.others,
         screen.confirm);
  }
  void take(NameScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.promise, screen.typed, screen.problem,
         screen.keyboard, screen.confirm);
  }
  void take(JustFullScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.advice, screen.wait);
  }
  void take(SignedUpScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.token_label, screen.advice,
         screen.take_along, screen.stop_coming, screen.done);
  }
  void take(SignUpEndedScreen const& screen) {
    take(screen.heading, screen.title, screen.advice, screen.again, screen.done);
  }
  void take(TokenPicturesScreen const& screen) {
    take(screen.back, screen.title, screen.tiles, screen.scroll);
  }
  void take(TokenColoursScreen const& screen) {
    take(screen.back, screen.title, screen.unknown, screen.tiles);
  }
  void take(TakeAlongScreen const& screen) {
    take(screen.back, screen.heading, screen.title, screen.advice, screen.code_spoken,
         screen.token_label, screen.print, screen.print_note, screen.done);
  }
  void take(CallHeardScreen const& screen) {
    take(screen.title, screen.advice, screen.withdraw, screen.done);
  }
  void take(CallsScreen const& screen) { take(screen.back, screen.title, screen.lines); }
  void take(LeavingScreen const& screen) {
    take(screen.back, screen.title, screen.question, screen.promise, screen.answers, screen.skip);
  }
  void take(ReleasedScreen const& screen) {
    take(screen.back, screen.title, screen.points, screen.raw);
  }
  void take(RawReleaseScreen const& screen) {
    take(screen.back, screen.title, screen.lines_spoken, screen.scroll);
  }
  void take(MessageScreen const& screen) { take(screen.title, screen.advice, screen.done); }

  // Hosts read one language at a time; what they see is looked at on the glass.
  void take(HostDoorScreen const&) {}
  void take(HostRoomScreen const&) {}

 private:
  std::vector<std::string>& m_texts;
};

}  // namespace

std::vector<std::string> texts_of(Screen const& screen) {
  std::vector<std::string> texts{screen.states.chosen, screen.states.unavailable};
  Texts collector(texts);
  collector.take(screen.tools);
  std::visit([&](auto const& content) { collector.take(content); }, screen.content);
  return texts;
}

}  // namespace inloop::language
