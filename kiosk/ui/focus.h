#pragma once
// Which control the keys act on. It walks the marks of the last frame in drawing order, because
// Dear ImGui's own keyboard navigation does not walk buttons. Pure; UI thread.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/mark.h"
#include "kiosk/ui/ui.h"

namespace inloop::ui {

class Focus {
 public:
  void press(FocusKey key, std::vector<Mark> const& marks);
  void clear();

  [[nodiscard]] std::optional<std::string> const& id() const { return m_id; }

  // Whether the control with the focus was pressed since the last call.
  [[nodiscard]] bool take_press();

 private:
  std::optional<std::string> m_id;
  bool m_is_pressed = false;
};

}  // namespace inloop::ui
