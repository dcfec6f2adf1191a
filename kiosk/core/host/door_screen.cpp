#include <algorithm>

#include "kiosk/core/host/code_keys.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_keyboard.h"

namespace inloop::core::host {
namespace {

DoorScreen with_title(std::string title, Words const& words) {
  return {.title = phrase(std::move(title)),
          .advice = std::nullopt,
          .back = phrase(words.text("Back")),
          .is_waiting = false,
          .view = {}};
}

struct ScreenOf {
  Door const& door;
  State const& state;
  Words const& words;

  DoorScreen operator()(Knocking const&) const {
    return with_title(words.text("One moment."), words);
  }

  DoorScreen operator()(WhoAreYou const& step) const {
    auto screen = with_title(
        step.beginner ? words.text("Which picture do you want?") : words.text("Who are you?"),
        words);
    screen.advice = phrase(step.beginner ? words.text("You are the first here: the coordinator.")
                                         : words.text("Choose your picture."));
    auto const total = static_cast<int>(most_hosts);
    auto const first = std::clamp(step.first, 0, total - 1);
    auto tiles = host_tiles({}, words);
    tiles.erase(tiles.begin(), tiles.begin() + first);
    screen.view = PicturesView{.tiles = std::move(tiles),
                               .scroll = {.first = first,
                                          .total = total,
                                          .up = phrase(words.text("Up")),
                                          .more = phrase(words.text("More"))}};
    return screen;
  }

  DoorScreen operator()(TypePin const& step) const {
    auto screen = with_title(words.text("Type your PIN."), words);
    screen.view = PadView{.pad = pad_of({.picture = step.picture,
                                         .typed = step.pin.count(),
                                         .order = step.is_shuffled ? door.shuffled : phone_order,
                                         .trouble = step.trouble,
                                         .wait_ms = step.wait_ms},
                                        words),
                          .shuffle = phrase(words.text("Mix the digits")),
                          .is_shuffled = step.is_shuffled,
                          .forgot = phrase(words.text("PIN forgotten?"))};
    return screen;
  }

  DoorScreen operator()(PinForgotten const&) const {
    auto screen = with_title(words.text("PIN forgotten?"), words);
    screen.view = ReadingView{
        .picture = "🔑",
        .code = std::nullopt,
        .lines = {phrase(words.text("Ask the coordinator for a new PIN.")),
                  phrase(
                      words.text("Are you the coordinator? Then take the paper with the code."))},
        .go_on = phrase(words.text("I have the code")),
        .tap = {HaveCode{}}};
    return screen;
  }

  DoorScreen operator()(TypeCode const& step) const {
    auto screen = with_title(words.text("Type the code from the paper."), words);
    screen.view = typing(step.entry, step.is_wrong, Letters::OfCode);
    return screen;
  }

  DoorScreen operator()(SayName const& step) const {
    auto screen = with_title(words.text("What is your first name?"), words);
    screen.advice = phrase(words.text("Residents can read it. You may leave it open."));
    screen.view = typing(step.entry, false, Letters::OfLanguage);
    return screen;
  }

  DoorScreen operator()(ChoosePin const& step) const {
    auto screen =
        with_title(step.pin.chosen.is_empty()
                       ? counted(words.text("Choose a PIN of {count} digits."), pin_digits)
                       : words.text("Type the same PIN again."),
                   words);
    screen.view = PadView{.pad = pad_of({.picture = step.beginner.picture,
                                         .typed = step.pin.typed.count(),
                                         .order = phone_order,
                                         .trouble = step.pin.trouble},
                                        words),
                          .shuffle = std::nullopt,
                          .is_shuffled = false,
                          .forgot = std::nullopt};
    return screen;
  }

  DoorScreen operator()(KeepCode const& step) const {
    auto screen = with_title(words.text("Write this code down."), words);
    auto const code = code_in_groups(step.beginner.code);
    screen.view =
        ReadingView{.picture = "📝",
                    .code = Phrase{.shown = isolated(code), .spoken = code},
                    .lines = {phrase(words.text("With this code you get in without a PIN.")),
                              phrase(words.text("Keep the paper in a safe place."))},
                    .go_on = phrase(words.text("I wrote it down")),
                    .tap = {GoOn{}}};
    return screen;
  }

  DoorScreen operator()(ProveCode const& step) const {
    auto screen = with_title(words.text("Type the third group of the code."), words);
    screen.advice = phrase(words.text("So we both know that the paper is right."));
    screen.view = typing(step.entry, step.is_wrong, Letters::OfCode);
    return screen;
  }

 private:
  enum class Letters { OfLanguage, OfCode };

  [[nodiscard]] TypingView typing(TextEntry const& entry, bool is_wrong, Letters letters) const {
    TypingView view{.typed = typed_phrase(entry, words),
                    .trouble = std::nullopt,
                    .keyboard = letters == Letters::OfCode
                                    ? code_keyboard(entry, words)
                                    : keyboard_for(entry, state.preferences.language, words),
                    .go_on = phrase(words.text("Go on"))};
    if (is_wrong)
      view.trouble = phrase(words.text("That is not right. Look at the paper again."));
    else if (entry.is_too_long)
      view.trouble = phrase(words.text("No more fits here."));
    return view;
  }
};

}  // namespace

DoorScreen screen_of(Door const& door, State const& state, Words const& words) {
  auto screen = std::visit(ScreenOf{door, state, words}, door.step);
  screen.is_waiting = door.waiting.has_value();
  return screen;
}

INLOOP_COMPILE_INNER(DoorTap, What);
INLOOP_COMPILE_INNER(DoorScreen, View);

}  // namespace inloop::core::host
