#pragma once
// Makes one calm finger out of what a touch screen reports: one contact at a time, one button edge
// a frame, nothing from stuck or ghost contacts. Pure: it reads no clock and no device. UI thread.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "kiosk/base/pointer_sample.h"
#include "kiosk/platform/contact.h"

namespace inloop::platform {

// A drop of water or a bag against the glass: nobody presses a button for this long.
inline constexpr std::int64_t stuck_after_ms = 10'000;

class Pointer {
 public:
  static constexpr std::size_t most_contacts = 16;
  static constexpr std::size_t most_waiting = 64;  // samples not yet shown to a frame

  // Takes in one event, in the order in which they happened.
  void feed(Contact const& contact, std::int64_t uptime_ms);

  // What the frame that is about to be drawn shall see. Call it exactly once a frame: a down and an
  // up that arrived together are two frames, and a release keeps its place for one frame more,
  // because the interface finds out about the click only then.
  [[nodiscard]] PointerSample next_sample(std::int64_t uptime_ms);

  // Another frame is needed to show what is still waiting.
  [[nodiscard]] bool has_more() const;

  // A finger is on the glass now.
  [[nodiscard]] bool is_touched() const { return m_active.has_value(); }

  // Uptime at which a resting contact turns stuck and a frame is needed to let go of it.
  [[nodiscard]] std::optional<std::int64_t> deadline_ms() const;

  // Contacts that turned stuck since the last call: worth a line in the log.
  [[nodiscard]] int take_stuck_count();

 private:
  struct Resting {
    std::int64_t finger = 0;
    std::int64_t since_ms = 0;
    bool is_stuck = false;
  };

  void take_down(Contact const& contact, std::int64_t uptime_ms);
  void take_move(Contact const& contact);
  void take_up(Contact const& contact);
  [[nodiscard]] bool is_last_a_move() const;
  void let_go();
  void find_stuck(std::int64_t uptime_ms);

  std::vector<Resting> m_resting;        // every contact on the glass, also ignored ones
  std::optional<std::int64_t> m_active;  // the finger that counts
  std::deque<PointerSample> m_waiting;
  PointerSample m_shown;
  bool m_is_release_shown = false;  // the place of the release stands for one frame more
  int m_stuck_count = 0;
};

}  // namespace inloop::platform
