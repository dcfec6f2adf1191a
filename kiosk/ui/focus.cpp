#include "kiosk/ui/focus.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/spoken_script.h"

namespace inloop::ui {
namespace {

bool can_have_focus(Mark const& mark, Walk walk) {
  return walk == Walk::Everything ? !mark.spoken.empty() : mark.is_enabled && is_control(mark);
}

}  // namespace

void Focus::press(FocusKey key, std::vector<Mark> const& marks, Walk walk) {
  std::vector<std::string> ids;
  for (auto const& mark : marks)
    if (can_have_focus(mark, walk)) ids.push_back(mark.id);
  if (ids.empty()) return clear();

  auto const found = m_id ? std::ranges::find(ids, *m_id) : ids.end();
  if (key == FocusKey::Press) {
    m_is_pressed = found != ids.end();
    return;
  }
  auto const count = ids.size();
  auto const place = static_cast<std::size_t>(found - ids.begin());  // count: nowhere yet
  if (key == FocusKey::Next)
    m_id = ids[place + 1 < count ? place + 1 : 0];
  else
    m_id = ids[(place > 0 ? place : count) - 1];
}

void Focus::set(std::string id) {
  m_id = std::move(id);
  m_is_pressed = false;
}

void Focus::clear() {
  m_id.reset();
  m_is_pressed = false;
}

bool Focus::take_press() {
  return std::exchange(m_is_pressed, false);
}

}  // namespace inloop::ui
