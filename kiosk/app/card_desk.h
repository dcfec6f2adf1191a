#pragma once
// Where cards come in: the readers of the system and those that type like a keyboard. Turns what
// they read into actions; no number gets past it. UI thread; the reader brings its own.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "kiosk/app/config.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/base/clock.h"
#include "kiosk/cards/card_key.h"
#include "kiosk/cards/card_reader.h"
#include "kiosk/cards/wedge.h"

namespace inloop::app {

// Whether a key that came with a character was a person's, or ended what a reader typed.
enum class Typist { Person, Reader };

class CardDesk {
 public:
  // All of them live longer.
  CardDesk(CardsConfig const& config, cards::CardKeys const& keys, Clock const& clock,
           Kiosk& kiosk);

  // One character of a keyboard, or '\n'.
  [[nodiscard]] Typist typed(char character, std::int64_t at_ms);

 private:
  Kiosk& m_kiosk;
  cards::Wedge m_wedge;
  std::unique_ptr<cards::CardReader> m_reader;  // null: not wanted
};

}  // namespace inloop::app
