#pragma once
// What the keys act on and the voice speaks of. It walks the marks of the last frame in drawing
// order, because Dear ImGui's own keyboard navigation does not walk buttons. Pure; UI thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/mark.h"
#include "kiosk/ui/ui.h"

namespace inloop::ui {

enum class Walk {
  Controls,    // what can be pressed
  Everything,  // also words and what cannot be pressed now: whoever listens must find them
};

class Focus {
 public:
  void press(FocusKey key, std::vector<Mark> const& marks, Walk walk);
  void set(std::string id);
  void clear();

  [[nodiscard]] std::optional<std::string> const& id() const { return m_id; }

  // Whether what has the focus was pressed since the last call.
  [[nodiscard]] bool take_press();

 private:
  std::optional<std::string> m_id;
  bool m_is_pressed = false;
};

}  // namespace inloop::ui
