#pragma once
// The system's card service as the reader's thread needs it: which readers there are, what lies on
// them, and talking to a card. An interface, so that tests can unplug readers without hands.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/cards/secret_bytes.h"

namespace inloop::cards {

// The reply to a short command is at most 256 bytes and two of status (ISO 7816-4).
using CardReply = SecretBytes<258>;

// A card that lies on a reader, until it is pulled away. Reader's thread.
class Card {
 public:
  virtual ~Card() = default;

  // Fails when the card does not answer. A card that refuses is an answer.
  [[nodiscard]] virtual Result<CardReply> transmit(std::span<std::byte const> command) = 0;
};

enum class SlotState {
  Empty,
  Occupied,
  Mute,      // something lies there and does not answer
  Unusable,  // the reader itself does not answer
};

// One reader as it was seen last.
struct Slot {
  std::string reader;
  SlotState state = SlotState::Unusable;
  std::uint32_t changes = 0;        // how often cards came and went, as far as the service counts
  std::vector<std::byte> atr;       // of an occupied slot; no part of a card's number is in it
  std::uint32_t service_state = 0;  // what the service itself wants back with the next question

  bool operator==(Slot const&) const = default;
};

inline constexpr std::size_t most_readers = 16;  // as many as the service has

class CardService {
 public:
  virtual ~CardService() = default;

  // Waits until something differs from `seen`, and gives all readers as they are then. It may also
  // come back without a difference. Fails when there is no service; a later call tries anew.
  [[nodiscard]] virtual Result<std::vector<Slot>> wait_for_change(
      std::vector<Slot> const& seen) = 0;

  // The card on that reader, shared with other programs.
  [[nodiscard]] virtual Result<std::unique_ptr<Card>> connect(std::string const& reader) = 0;

  // Waits that long.
  virtual void pause(std::chrono::milliseconds duration) = 0;

  // Any thread. Ends waits and pauses, those to come, too. One that was just beginning may be
  // missed: call it again until the reader's thread has ended.
  virtual void stop() = 0;
};

}  // namespace inloop::cards
