#pragma once
// A card service that lets a test wait until the reader's thread has dealt with what lies on the
// readers. Everything else it passes on to the real one.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/cards/card_service.h"

namespace inloop::test {

// What the reader's thread has dealt with. It outlives the service. Any thread.
class Watch {
 public:
  using Slots = std::vector<cards::Slot>;

  // False when that has not come true within half a minute.
  [[nodiscard]] bool until(std::function<bool(Slots const&)> const& is_true);

  // How many questions the reader's thread has put to the service.
  [[nodiscard]] std::uint64_t questions() const;

 private:
  friend class WatchedService;

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  Slots m_slots;
  std::uint64_t m_questions = 0;
};

[[nodiscard]] std::unique_ptr<cards::CardService> watched(std::unique_ptr<cards::CardService> real,
                                                          Watch& watch);

}  // namespace inloop::test
