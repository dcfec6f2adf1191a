#pragma once
// Decides what is said when, while speech is on: a new page, what is explored, what changed after
// the visitor did something. Never what only the clock changed. Makes no sound itself. UI thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/voice.h"
#include "kiosk/core/screen.h"
#include "kiosk/ui/spoken_script.h"

namespace inloop::app {

// What changes so soon after the visitor did something is the answer to it; what changes later is
// not: the clock went on.
inline constexpr std::int64_t answer_within_ms = 15'000;

class Narrator {
 public:
  explicit Narrator(Voice& voice) : m_voice(voice) {}

  // A finger came down on the glass, or a key of the keypad: silence at once.
  void hush() { m_voice.stop(); }

  // The visitor did something: what changes now is said.
  void act(std::int64_t uptime_ms) { m_acted_at_ms = uptime_ms; }

  // Says the last again.
  void repeat();

  struct Seen {
    core::Screen const& screen;
    std::vector<ui::Utterance> utterances;  // of this screen, as it was drawn
    std::optional<std::string> say;         // what was explored
    std::int64_t uptime_ms = 0;
  };

  // Call after each frame that was drawn.
  void see(Seen seen);

 private:
  struct Before {
    std::size_t page = 0;
    core::Language language = core::Language::Dutch;
    std::vector<ui::Utterance> utterances;
  };

  void fall_silent();
  void say(core::Language language, std::string text);
  void say_what_is_due(Seen const& seen);
  [[nodiscard]] bool is_answer(std::int64_t uptime_ms) const;

  Voice& m_voice;
  std::optional<Before> m_before;  // absent: speech is off
  std::optional<int> m_volume;
  std::optional<std::int64_t> m_acted_at_ms;
  core::Language m_last_language = core::Language::Dutch;
  std::string m_last;
};

}  // namespace inloop::app
