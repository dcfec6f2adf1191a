#pragma once
// A journey is a script of what a visitor does and sees, run over the whole App. It is a text:
//
//   at 2026-10-05 09:10       the wall clock moves on to this local time (never back)
//   tap "Ik ben er"           press and release on the button with these words, or #its/id
//   see "Fijn dat u er bent!" these words stand on the glass now or as soon as the store answers
//   miss "Foutje"             these words do not stand on the glass
//   wait 20 s                 time passes, minute by minute or deadline by deadline
//   picture welcome           keeps a picture of the glass under this name
//
// "#" opens a comment. UI thread.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/app/app.h"
#include "kiosk/app/scripted_clock.h"
#include "kiosk/base/result.h"

namespace inloop::app {

struct Step {
  enum class Kind { At, Tap, See, Miss, Wait, Picture };

  int line = 0;
  Kind kind = Kind::Tap;
  std::string words;         // of Tap, See, Miss, Picture
  std::int64_t minutes = 0;  // At: local minutes since 1970
  std::int64_t seconds = 0;  // Wait

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
  std::function<void(std::string_view line)> tell;  // progress, a line a step
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
  [[nodiscard]] std::optional<ui::Mark> await_button(std::string_view target);
  [[nodiscard]] Result<> tap(std::string_view target);
  [[nodiscard]] Result<> expect_words(std::string_view words);
  void pass(std::chrono::milliseconds duration);
  void sleep(std::chrono::milliseconds duration);
  void turn(PointerSample const& pointer);
  void settle();
  [[nodiscard]] std::string words_on_glass() const;

  App& m_app;
  ScriptedClock& m_clock;
  Stage m_stage;
};

// Words as a reader compares them: without the invisible marks that keep directions apart.
[[nodiscard]] std::string readable(std::string_view words);

}  // namespace inloop::app
