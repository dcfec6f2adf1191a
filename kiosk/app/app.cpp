#include "kiosk/app/app.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "kiosk/core/deadline.h"
#include "kiosk/core/host/text_entry.h"
#include "kiosk/core/update.h"

namespace inloop::app {
namespace {

// A widget learns in one frame that the finger is on it, shows it in the next, and needs one more
// to be still.
inline constexpr int frames_after_touch = 3;

// What somebody did without touching the glass.
bool is_of_a_card(core::Action const& action) {
  return std::holds_alternative<core::CardTapped>(action) ||
         std::holds_alternative<core::AnonymousCardTapped>(action) ||
         std::holds_alternative<core::CardRefused>(action);
}

}  // namespace

App::App(core::Settings settings, ui::Glass const& glass, Parts parts)
    : m_parts(std::move(parts)),
      m_state(core::initial_state(std::move(settings), m_parts.clock.now())),
      m_ui(m_parts.textures, glass),
      m_narrator(m_parts.voice),
      m_textures_generation(m_parts.textures.generation()),
      m_ticked(m_state.now) {
  happen(core::Tick{});
}

ImDrawData* App::turn(PointerSample const& pointer) {
  if (pointer.down && !m_pointer.down) m_narrator.hush();
  let_time_pass(pointer);
  while (auto const outcome = m_parts.inbox.take()) {
    if (is_of_a_card(*outcome)) m_narrator.act(m_parts.clock.now().uptime_ms);
    happen(*outcome);
  }

  auto screen = core::screen_for(m_state, m_parts.words(m_state.preferences.language));
  m_frames_left = std::max(m_frames_left, frames_wanted(screen, pointer));
  m_shown = std::move(screen);
  m_pointer = pointer;
  m_textures_generation = m_parts.textures.generation();
  if (m_frames_left == 0) return nullptr;

  auto const frame = m_ui.draw(m_shown, pointer, m_state.now.uptime_ms);
  --m_frames_left;
  m_narrator.see({.screen = m_shown,
                  .utterances = m_ui.utterances(),
                  .say = frame.say,
                  .uptime_ms = m_state.now.uptime_ms});
  if (frame.action) {
    m_narrator.act(m_state.now.uptime_ms);
    happen(*frame.action);
  }
  if (frame.action || !frame.is_settled) m_frames_left = std::max(m_frames_left, 1);
  return frame.picture;
}

void App::press(platform::Key key) {
  using platform::Key;
  let_time_pass(m_pointer);
  m_narrator.hush();
  happen(core::Touched{});
  if (is_for_field(key)) return;
  auto const louder = [&](int step) {
    m_narrator.act(m_state.now.uptime_ms);
    happen(core::TapVolume{m_state.preferences.volume + step});
  };
  switch (key) {
    case Key::Next:
      return press(ui::FocusKey::Next);
    case Key::Previous:
      return press(ui::FocusKey::Previous);
    case Key::Press:
      return press_once();
    case Key::Back:
      m_narrator.act(m_state.now.uptime_ms);
      return happen(core::TapBack{});
    case Key::Repeat:
      // Who cannot see the screen begins here.
      if (m_state.preferences.speech == core::Speech::Spoken) return m_narrator.repeat();
      m_narrator.act(m_state.now.uptime_ms);
      return happen(core::TapListen{});
    case Key::Louder:
      return louder(1);
    case Key::Softer:
      return louder(-1);
  }
}

// A hand that trembles presses twice (EN 301 549, 5.8).
void App::type(std::string_view text) {
  if (!takes_typing()) return;
  let_time_pass(m_pointer);
  happen(core::Touched{});
  for (char const character : text)
    if (character != '\n') happen(core::TapKey{std::string(1, character)});
  m_has_typed_space = text.ends_with(' ') && core::host::field_of(m_state) != nullptr;
}

// In a field what a key writes goes before what it means on a keypad.
bool App::is_for_field(platform::Key key) {
  using platform::Key;
  bool const is_space = std::exchange(m_has_typed_space, false) && key == Key::Press;
  if (!takes_typing()) return false;
  if (key == Key::Back && core::host::can_erase(m_state)) {
    happen(core::TapErase{});
    return true;
  }
  return is_space || key == Key::Repeat || key == Key::Louder || key == Key::Softer;
}

void App::press_once() {
  auto const is_large = m_state.preferences.text_size == core::TextSize::Large;
  auto const least_gap_ms = is_large ? 500 : 300;
  auto const now_ms = m_state.now.uptime_ms;
  if (m_pressed_at_ms && now_ms - *m_pressed_at_ms < least_gap_ms) return;
  m_pressed_at_ms = now_ms;
  press(ui::FocusKey::Press);
}

void App::press(ui::FocusKey key) {
  m_ui.press_key(key);
  m_frames_left = std::max(m_frames_left, frames_after_touch);
}

std::int64_t App::ms_to_next_turn() const {
  if (m_frames_left > 0) return 0;
  auto wait_ms = m_parts.clock.ms_to_next_minute();
  if (auto const deadline = core::next_deadline(m_state))
    wait_ms = std::min(wait_ms, deadline->at_ms - m_parts.clock.now().uptime_ms);
  return std::max(wait_ms, std::int64_t{1});
}

void App::happen(core::Action const& action) {
  for (auto const& effect : core::update(m_state, action, m_parts.clock.now()))
    m_parts.perform(effect);
}

// Only what the rules must hear of: a new minute, a deadline, a finger. The minute comes first, so
// that no tap is taken at a time that the rules have not seen. As long as a finger is on the glass
// or the voice speaks no time-out runs.
void App::let_time_pass(PointerSample const& pointer) {
  auto const now = m_parts.clock.now();
  bool const was_speaking = std::exchange(m_is_speaking, m_parts.voice.is_speaking());
  bool const is_touched = pointer.down || m_pointer.down || was_speaking || m_is_speaking;
  bool const is_new_time = now.local != m_ticked.local || now.clock != m_ticked.clock;
  if (is_touched) happen(core::Touched{});
  auto const deadline = core::next_deadline(m_state);
  if (is_new_time || (deadline && deadline->at_ms <= now.uptime_ms)) {
    m_ticked = now;
    happen(core::Tick{});
  }
}

int App::frames_wanted(core::Screen const& screen, PointerSample const& pointer) const {
  if (pointer != m_pointer) return frames_after_touch;
  bool const is_stale = screen != m_shown || m_parts.textures.generation() != m_textures_generation;
  return is_stale ? 1 : 0;
}

}  // namespace inloop::app
