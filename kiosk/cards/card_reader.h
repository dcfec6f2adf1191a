#pragma once
// Watches every card reader of the system for taps, for as long as it lives: readers may come and
// go, and so may the card service. It has a thread of its own, which reads and hashes; only hashes
// leave it.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/cards/card_event.h"
#include "kiosk/cards/card_inquiry.h"
#include "kiosk/cards/card_key.h"
#include "kiosk/cards/card_service.h"
#include "kiosk/cards/tap_filter.h"

namespace inloop::cards {

// How long to leave a failed card service alone: doubling from the first to the longest.
inline constexpr std::chrono::milliseconds first_retry{500};
inline constexpr std::chrono::milliseconds longest_retry{30'000};

class CardReader {
 public:
  // Called on the reader's thread, one event at a time; it must not wait, and not throw.
  using Tell = std::function<void(CardEvent const&)>;

  // `keys` and `clock` live longer. A card that lies on a reader at the start is no tap.
  CardReader(std::unique_ptr<CardService> service, AcceptedKinds const& accepted,
             CardKeys const& keys, Clock const& clock, Tell tell);
  CardReader(CardReader const&) = delete;
  CardReader& operator=(CardReader const&) = delete;
  // Within a tenth of a second, unless a card is being talked to just then.
  ~CardReader();

 private:
  // What the thread knows of a reader: which of its cards has been read.
  struct Known {
    std::string reader;
    std::optional<std::uint32_t> read;  // Slot::changes of the card that lies there; absent: none
  };

  enum class Availability { NotToldYet, Ready, Lost };

  void run();
  void look_at(std::vector<Slot> const& slots);
  void look_at(Slot const& slot);
  Known& known(std::string const& reader);
  [[nodiscard]] CardEvent read(Slot const& slot);
  void tell_availability(Availability now);

  std::unique_ptr<CardService> m_service;
  AcceptedKinds const m_accepted;
  CardKeys const& m_keys;
  Clock const& m_clock;
  Tell const m_tell;

  std::vector<Known> m_known;
  TapFilter m_taps;
  Availability m_availability = Availability::NotToldYet;
  bool m_is_first_look = true;

  std::atomic<bool> m_must_end = false;
  std::mutex m_mutex;
  std::condition_variable m_ended;
  bool m_has_ended = false;
  std::thread m_thread;
};

}  // namespace inloop::cards
