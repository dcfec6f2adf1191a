#pragma once
// Reads one card: what is it, may it be asked, who is it, hash. What the card said is wiped before
// this returns. It neither waits for cards nor knows about taps. Reader's thread.

#include <cstddef>
#include <span>

#include "kiosk/cards/card_event.h"
#include "kiosk/cards/card_inquiry.h"
#include "kiosk/cards/card_key.h"
#include "kiosk/cards/card_service.h"

namespace inloop::cards {

// CardTapped, AnonymousTapped or CardRefused. The number is asked only of a card of an accepted
// kind; why a card was unreadable is not told, for nobody can do more than try again.
[[nodiscard]] CardEvent read_card(Card& card, std::span<std::byte const> atr,
                                  AcceptedKinds const& accepted, CardKeys const& keys);

}  // namespace inloop::cards
