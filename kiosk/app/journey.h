#pragma once
// A journey is a script of what a visitor does and sees, run over the whole App. It is a text:
//
//   at 2026-10-05 09:10       the wall clock moves on to this local time (never back)
//   tap "Ik ben er"           press and release on the button with these words, or #its/id
//   see "Fijn dat u er bent!" these words stand on the glass now or as soon as the store answers
//   miss "Foutje"             these words do not stand on the glass
//   wait 20 s                 time passes, minute by minute or deadline by deadline
//   key next                  a key of the keypad: next, previous, press, back, repeat, louder,
//                             softer
//   find "Activiteiten"       the key next, until something that begins so is heard
//   hear "Welkom!"            these words are in what was said last, now or as soon as it is said
//   card 04a1b2c3             a card with this number lies on the reader for a moment
//   reader gone               the card reader is unplugged; "reader back" plugs it in again
//   picture welcome           keeps a picture of the glass under this name
//
// "#" opens a comment. UI thread.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/app/app.h"
#include "kiosk/app/scripted_clock.h"
#include "kiosk/base/result.h"
#include "kiosk/platform/key.h"

namespace inloop::app {

struct Step {
  enum class Kind { At, Tap, See, Miss, Wait, Picture, Key, Find, Hear, Card, Reader };

  int line = 0;
  Kind kind = Kind::Tap;
  std::string words;  // of Tap, See, Miss, Picture, Find, Hear, Card
  platform::Key key = platform::Key::Next;
  bool is_reader_there = false;  // Reader: from now on
  std::int64_t minutes = 0;      // At: local minutes since 1970
  std::int64_t seconds = 0;      // Wait

  bool operator==(Step const&) const = default;
};

// Every objection at once, each with its line.
[[nodiscard]] Result<std::vector<Step>> parse_journey(std::string_view text);

// What a journey needs of the place where it is played.
struct Stage {
  std::function<void(ImDrawData*)> present;
  std::function<Result<>(std::string const& name)> keep_picture;
  // Waits until the inbox got something, at most this long; for the store's thread to answer.
  std::function<void(std::int64_t timeout_ms)> wait_for_knock;
  std::function<void(std::string_view line)> tell;                    // progress, a line a step
  std::function<std::string()> heard = [] { return std::string(); };  // what was said last
  // Whether the card was taken: not before the store has given the month's key.
  std::function<bool(std::string_view number)> lay_card = [](std::string_view) { return false; };
  std::function<void(core::Action const&)> tell_kiosk = [](core::Action const&) {};
};

class Journey {
 public:
  Journey(App& app, ScriptedClock& clock, Stage stage)
      : m_app(app), m_clock(clock), m_stage(std::move(stage)) {}

  // Stops at the first step that cannot be done; the error names its line and what was on the
  // glass.
  [[nodiscard]] Result<> play(std::vector<Step> const& steps);

 private:
  [[nodiscard]] Result<> take(Step const& step);
  [[nodiscard]] Result<> go_to(Step const& step);
  [[nodiscard]] Result<> lay_card(std::string_view number);
  [[nodiscard]] std::optional<ui::Mark> await_button(std::string_view target);
  [[nodiscard]] Result<> tap(std::string_view target);
  [[nodiscard]] Result<> expect_words(std::string_view words);
  [[nodiscard]] Result<> find(std::string_view words);
  [[nodiscard]] Result<> expect_to_hear(std::string_view words);
  void press(platform::Key key);
  void pass(std::chrono::milliseconds duration);
  void sleep(std::chrono::milliseconds duration);
  void turn(PointerSample const& pointer);
  void settle();
  [[nodiscard]] std::string words_on_glass() const;

  App& m_app;
  ScriptedClock& m_clock;
  Stage m_stage;
};

// The number of a card as a step writes it.
[[nodiscard]] std::vector<std::byte> bytes_of(std::string_view hexadecimal);

// Words as a reader compares them: without the invisible marks that keep directions apart.
[[nodiscard]] std::string readable(std::string_view words);

}  // namespace inloop::app
