#pragma once
// The loop inside the kiosk, without its window: takes in what happened, moves time on, draws when
// something is to be seen, performs what the rules want done. UI thread.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/app/house_clock.h"
#include "kiosk/app/inbox.h"
#include "kiosk/app/narrator.h"
#include "kiosk/app/voice.h"
#include "kiosk/base/pixels.h"
#include "kiosk/base/pointer_sample.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/handlers.h"
#include "kiosk/core/screen.h"
#include "kiosk/core/state.h"
#include "kiosk/core/words.h"
#include "kiosk/platform/key.h"
#include "kiosk/ui/ui.h"

namespace inloop::app {

struct Parts {
  HouseClock& clock;
  TextureStore& textures;
  Inbox& inbox;
  std::function<core::Words const&(core::Language)> words;
  Voice& voice;
  std::function<void(core::Effect const&)> perform;
};

class App {
 public:
  App(core::Settings settings, ui::Glass const& glass, Parts parts);

  // One turn. The picture to present, valid until the next turn; null when what stands on the
  // glass is still right and nothing has to be drawn.
  [[nodiscard]] ImDrawData* turn(PointerSample const& pointer);

  // A key of the keypad went down.
  void press(platform::Key key);

  // A person typed this on a keyboard (ASCII): for the host alone, residents' screens take none.
  void type(std::string_view text);
  [[nodiscard]] bool takes_typing() const { return core::host::is_host_page(m_state.page); }

  // Says the last once more, when speech is on.
  void repeat_speech() { m_narrator.repeat(); }

  // How long the window may sleep if nothing happens; 0 when more is to be drawn at once.
  [[nodiscard]] std::int64_t ms_to_next_turn() const;

  // What stands on the glass was lost: draw it again in the next turn.
  void redraw() { m_frames_left = std::max(m_frames_left, 1); }

  [[nodiscard]] core::State const& state() const { return m_state; }
  [[nodiscard]] std::vector<ui::Mark> const& marks() const { return m_ui.marks(); }

 private:
  void happen(core::Action const& action);
  void press(ui::FocusKey key);
  void press_once();
  [[nodiscard]] bool is_for_field(platform::Key key);
  void let_time_pass(PointerSample const& pointer);
  [[nodiscard]] int frames_wanted(core::Screen const& screen, PointerSample const& pointer) const;

  Parts m_parts;
  core::State m_state;
  ui::Ui m_ui;
  Narrator m_narrator;
  core::Screen m_shown;
  PointerSample m_pointer;
  std::uint64_t m_textures_generation = 0;
  core::Now m_ticked;  // the time that the rules have seen pass
  bool m_is_speaking = false;
  bool m_has_typed_space = false;               // the key that comes with it presses nothing
  std::optional<std::int64_t> m_pressed_at_ms;  // the key of the keypad that acts
  int m_frames_left = 1;
};

}  // namespace inloop::app
