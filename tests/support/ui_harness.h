#pragma once
// Draws a screen for real, in memory, and taps on it: production theme and renderer, no display.
// Time passes only as the test says. Test thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/action.h"
#include "kiosk/core/screen.h"
#include "kiosk/platform/pointer.h"
#include "kiosk/platform/texture_store.h"
#include "kiosk/ui/ui.h"
#include "tests/support/memory_glass.h"

namespace inloop::test {

enum class Pace {
  Calm,   // a second passes before the finger comes
  Hasty,  // the finger comes at once
};

class UiHarness {
 public:
  explicit UiHarness(ui::Glass const& glass = {});

  // Draws until nothing moves any more, two frames at the least: Dear ImGui hears no press in its
  // first one. Throws when the screen never comes to rest.
  void show(core::Screen screen);

  // One frame more of the same, for measuring.
  void draw_again() { static_cast<void>(draw_once()); }

  // Presses and releases on what has this id or these words; what the screen made of it.
  std::optional<core::Action> tap(std::string const& id_or_label, Pace pace = Pace::Calm);
  std::optional<core::Action> tap_at(float x_px, float y_px);

  // Presses, and stays down: for looking at the pressed state.
  std::optional<core::Action> press(std::string const& id_or_label);
  std::optional<core::Action> release();

  // Presses, leaves the target with the finger down, and lifts there.
  std::optional<core::Action> slide_off(std::string const& id_or_label);

  // A key of the keypad.
  std::optional<core::Action> press_key(ui::FocusKey key);

  // What the last tap or key asked to be said.
  [[nodiscard]] std::string const& heard() const { return m_heard; }

  void let_pass(std::int64_t duration_ms) { m_uptime_ms += duration_ms; }

  [[nodiscard]] std::vector<ui::Mark> const& marks() const { return m_ui.marks(); }
  [[nodiscard]] ui::Mark const& mark(std::string const& id_or_label) const;
  [[nodiscard]] std::vector<std::string> objections() const;
  [[nodiscard]] Pixels picture() { return m_memory.picture(); }
  [[nodiscard]] platform::SdlTextureStore& textures() { return m_textures; }

 private:
  void feed(platform::ContactPhase phase, float x_px, float y_px);
  std::optional<core::Action> draw_until_calm();
  ui::Frame draw_once();

  ui::Glass m_glass;
  MemoryGlass m_memory;
  platform::SdlTextureStore m_textures;
  ui::Ui m_ui;
  platform::Pointer m_pointer;
  core::Screen m_screen;
  std::string m_heard;
  std::int64_t m_uptime_ms = 10'000;
  float m_x_px = 0;
  float m_y_px = 0;
};

}  // namespace inloop::test
