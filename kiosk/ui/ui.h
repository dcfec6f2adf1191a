#pragma once
// The glass: draws a Screen and says what was tapped. It looks nothing up, knows no clock and no
// disk; what it remembers (focus, the last tap) is about the glass alone. UI thread.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/pixels.h"
#include "kiosk/base/pointer_sample.h"
#include "kiosk/core/action.h"
#include "kiosk/core/screen.h"
#include "kiosk/ui/mark.h"

struct ImDrawData;

namespace inloop::ui {

struct Utterance;

// The glass in pixels, and how large a pixel is.
struct Glass {
  int width_px = 1080;
  int height_px = 1920;
  double px_per_mm = 4.03;  // from the configured diagonal

  bool operator==(Glass const&) const = default;
};

struct Frame {
  std::optional<core::Action> action;  // what was tapped, at most one a frame
  std::optional<std::string> say;      // what was explored, while speech is on
  ImDrawData* picture = nullptr;       // valid until the next draw()
  bool is_settled = true;              // false: draw again, something is still moving into place
};

// What a key or a keypad does to the focus. The focus shows until the glass is touched. While
// speech is on it stays, it walks everything that can be heard, and Frame::say has what it comes
// to.
enum class FocusKey { Next, Previous, Press };

class Ui {
 public:
  // Throws std::runtime_error when the fonts are not installed.
  Ui(TextureStore& textures, Glass const& glass);
  ~Ui();

  [[nodiscard]] Frame draw(core::Screen const& screen, PointerSample const& pointer,
                           std::int64_t uptime_ms);

  // Takes effect in the next draw(). Keys that repeat while they are held must not come here.
  void press_key(FocusKey key);

  // What stands on the glass after the last draw(), in drawing order.
  [[nodiscard]] std::vector<Mark> const& marks() const;

  // What the voice says for it, in the order in which it is said, and as one text.
  [[nodiscard]] std::vector<Utterance> utterances() const;
  [[nodiscard]] std::string script() const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::ui
