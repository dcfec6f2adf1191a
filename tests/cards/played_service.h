#pragma once
// A card service that a test plays: readers come and go, cards are put down and pulled away, the
// service itself dies. The test waits for what the reader's thread does; nobody sleeps.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/cards/card_service.h"
#include "tests/cards/sample_card.h"

namespace inloop::test {

class PlayedReaders {
 public:
  struct Reader {
    std::optional<SampleCard> card;
    cards::SlotState otherwise = cards::SlotState::Empty;  // its state without a card
    std::uint32_t changes = 0;
    bool loses_card_at_number = false;
  };

  struct World {
    std::map<std::string, Reader> readers;
    bool has_service = true;
    std::size_t pauses_that_end = 0;  // further pauses last until the world changes
    int stops_missed = 0;             // so many calls of stop() find the thread not yet waiting
    // What the reader's thread did.
    std::vector<std::chrono::milliseconds> pauses;
    int numbers_asked = 0;
  };

  // The world as it is before a reader's thread looks at it.
  void prepare(World const& world) {
    std::lock_guard const lock(m_mutex);
    m_world = world;
  }

  // Changes the world and returns when the reader's thread has dealt with all of it. False when it
  // has not within half a minute.
  template <class Change>
  [[nodiscard]] bool change(Change make) {
    std::unique_lock lock(m_mutex);
    make(m_world);
    auto const version = ++m_version;
    m_changed.notify_all();
    return m_changed.wait_for(lock, std::chrono::seconds{30},
                              [&] { return m_handled_version >= version; });
  }

  [[nodiscard]] World world() const {
    std::lock_guard const lock(m_mutex);
    return m_world;
  }

  // For one CardReader; this object outlives it.
  [[nodiscard]] std::unique_ptr<cards::CardService> service();

 private:
  class Service;
  class Card;

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  World m_world;
  std::uint64_t m_version = 1;
  std::uint64_t m_given_version = 0;
  std::uint64_t m_handled_version = 0;
  bool m_is_stopped = false;
};

}  // namespace inloop::test
