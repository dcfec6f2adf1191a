#pragma once
// Where cards come in: the readers of the system and those that type like a keyboard. Turns what
// they read into actions; no number gets past it. UI thread; the reader brings its own.

#include <cstdint>
#include <memory>
#include <optional>

#include "kiosk/app/config.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/base/clock.h"
#include "kiosk/cards/card_key.h"
#include "kiosk/cards/card_reader.h"
#include "kiosk/cards/wedge.h"

namespace inloop::app {

class CardDesk {
 public:
  // All of them live longer.
  CardDesk(CardsConfig const& config, cards::CardKeys const& keys, Clock const& clock,
           Kiosk& kiosk);

  // One character of a keyboard, or '\n'; `at_ms` on a clock of its own. What a person typed goes
  // to the host's room, as soon as it is clear that it was no reader.
  void typed(char character, std::int64_t at_ms);

  // Whether the key that went down now, and has a meaning on the keypad, was typed by a reader:
  // then it presses nothing. Call it once for each. What was typed before it comes before it.
  [[nodiscard]] bool take_readers_key();

  // Hands over what a person typed last, or wipes what a reader left unfinished. Call it when
  // deadline_ms() has come.
  void wipe_due(std::int64_t uptime_ms);
  [[nodiscard]] std::optional<std::int64_t> deadline_ms() const;

 private:
  void hand_over_or_wipe();

  Kiosk& m_kiosk;
  Clock const& m_clock;
  cards::Wedge m_wedge;
  bool m_was_readers = false;                   // the character that came last
  std::unique_ptr<cards::CardReader> m_reader;  // null: not wanted
  std::optional<std::int64_t> m_wipe_at_ms;     // uptime
};

}  // namespace inloop::app
