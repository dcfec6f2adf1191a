#include "kiosk/platform/pointer.h"

#include <algorithm>

namespace inloop::platform {
namespace {

PointerSample sample_of(Contact const& contact, PointerSample sample) {
  sample.x_px = contact.x_px;
  sample.y_px = contact.y_px;
  sample.present = true;
  return sample;
}

}  // namespace

void Pointer::feed(Contact const& contact, std::int64_t uptime_ms) {
  find_stuck(uptime_ms);
  switch (contact.phase) {
    case ContactPhase::Down:
      take_down(contact, uptime_ms);
      break;
    case ContactPhase::Move:
      take_move(contact);
      break;
    case ContactPhase::Up:
      take_up(contact);
      break;
  }
}

void Pointer::take_down(Contact const& contact, std::int64_t uptime_ms) {
  // A finger that goes down twice was lifted without a word: what it pressed was never released on
  // purpose.
  if (m_active == contact.finger) let_go();
  std::erase_if(m_resting, [&](Resting const& one) { return one.finger == contact.finger; });
  if (m_resting.size() >= most_contacts) return;

  bool const is_glass_free =
      std::ranges::all_of(m_resting, [](Resting const& one) { return one.is_stuck; });
  m_resting.push_back({.finger = contact.finger, .since_ms = uptime_ms});
  // Room for the release is kept, so that no press can stay down for want of it.
  if (!is_glass_free || m_active || m_waiting.size() + 2 > most_waiting) return;
  m_active = contact.finger;
  m_waiting.push_back(sample_of(contact, {.down = true}));
}

void Pointer::take_move(Contact const& contact) {
  if (m_active != contact.finger) return;
  if (is_last_a_move())
    m_waiting.back() = sample_of(contact, {.down = true});
  else if (m_waiting.size() + 2 <= most_waiting)
    m_waiting.push_back(sample_of(contact, {.down = true}));
}

void Pointer::take_up(Contact const& contact) {
  std::erase_if(m_resting, [&](Resting const& one) { return one.finger == contact.finger; });
  if (m_active != contact.finger) return;
  m_active.reset();
  if (is_last_a_move()) m_waiting.pop_back();
  m_waiting.push_back(sample_of(contact, {.down = false}));
}

// A move that no frame has seen may be forgotten for a newer place. A press may not: its place is
// where the finger went down.
bool Pointer::is_last_a_move() const {
  if (m_waiting.empty() || !m_waiting.back().down) return false;
  return m_waiting.size() == 1 ? m_shown.down : m_waiting[m_waiting.size() - 2].down;
}

// Releases without a place, so that whatever is under the finger does not count as tapped.
void Pointer::let_go() {
  m_active.reset();
  m_waiting.push_back({});
}

void Pointer::find_stuck(std::int64_t uptime_ms) {
  for (Resting& one : m_resting) {
    if (one.is_stuck || uptime_ms - one.since_ms < stuck_after_ms) continue;
    one.is_stuck = true;
    ++m_stuck_count;
    if (m_active == one.finger) let_go();
  }
}

PointerSample Pointer::next_sample(std::int64_t uptime_ms) {
  find_stuck(uptime_ms);
  if (!m_waiting.empty()) {
    bool const was_down = m_shown.down;
    m_shown = m_waiting.front();
    m_waiting.pop_front();
    m_is_release_shown = was_down && m_shown.present && !m_shown.down;
  } else if (m_is_release_shown) {
    m_is_release_shown = false;  // the same place once more
  } else if (!m_shown.down) {
    m_shown = {};
  }
  return m_shown;
}

bool Pointer::has_more() const {
  return !m_waiting.empty() || (m_shown.present && !m_shown.down);
}

std::optional<std::int64_t> Pointer::deadline_ms() const {
  std::optional<std::int64_t> first;
  for (Resting const& one : m_resting) {
    std::int64_t const then_ms = one.since_ms + stuck_after_ms;
    if (!one.is_stuck && (!first || then_ms < *first)) first = then_ms;
  }
  return first;
}

int Pointer::take_stuck_count() {
  int const count = m_stuck_count;
  m_stuck_count = 0;
  return count;
}

}  // namespace inloop::platform
