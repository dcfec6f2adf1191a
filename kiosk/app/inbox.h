#pragma once
// Where outcomes wait for the UI thread. Other threads put actions in; a knock wakes the UI.

#include <functional>
#include <optional>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/core/action.h"

namespace inloop::app {

class Inbox {
 public:
  // `knock` is called on the thread that puts, after each action.
  explicit Inbox(std::function<void()> knock)
      : m_actions(most_actions), m_knock(std::move(knock)) {}

  // Any thread. An outcome that does not fit is lost; the screen's patience then runs out and the
  // visitor is told, so capacity is far above what one screen can ask.
  void put(core::Action const& action) {
    if (m_actions.try_push(action)) m_knock();
  }

  // UI thread.
  [[nodiscard]] std::optional<core::Action> take() { return m_actions.try_take(); }

 private:
  static constexpr std::size_t most_actions = 256;

  BoundedQueue<core::Action> m_actions;
  std::function<void()> m_knock;
};

}  // namespace inloop::app
