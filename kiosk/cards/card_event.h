#pragma once
// What the rest of the kiosk hears from card readers of every sort. No number of a card, nothing
// read from one: only the hash. Plain values.

#include <variant>

#include "kiosk/base/card_hash.h"

namespace inloop::cards {

// A card or pass with a number of its own.
struct CardTapped {
  CardHash card;

  bool operator==(CardTapped const&) const = default;
};

// A card whose number is drawn anew at each tap: it tells that somebody came, not who.
struct AnonymousTapped {
  bool operator==(AnonymousTapped const&) const = default;
};

enum class Refusal {
  Forbidden,   // a payment card, passport, identity card or OV-chipkaart; its number was not asked
  Unknown,     // nothing that this place hands out; its number was not asked
  Unreadable,  // pulled away too soon, broken, or used by another program: try again
  NoKey,       // a good card, but there is no key of the month to hash it with
};

struct CardRefused {
  Refusal reason = Refusal::Unknown;

  bool operator==(CardRefused const&) const = default;
};

// There is a card reader now / there is none any more. Each is said once, when it changes.
struct ReaderReady {
  bool operator==(ReaderReady const&) const = default;
};
struct ReaderLost {
  bool operator==(ReaderLost const&) const = default;
};

using CardEvent = std::variant<CardTapped, AnonymousTapped, CardRefused, ReaderReady, ReaderLost>;

}  // namespace inloop::cards
