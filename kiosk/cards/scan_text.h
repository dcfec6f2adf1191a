#pragma once
// Says what a text is that a keyboard reader typed: a printed pass, the number of a contactless
// card, or nothing of ours. Pure; whether it was typed by a reader is decided elsewhere (wedge.h).

#include <string_view>
#include <variant>

#include "kiosk/cards/card_key.h"
#include "kiosk/cards/secret_bytes.h"

namespace inloop::cards {

// Which texts of keyboard readers count. A reader of this sort cannot say what kind of card it
// read, so numbers are for places that know that theirs reads only the cards they hand out.
struct WedgeRules {
  bool accept_numbers = false;

  bool operator==(WedgeRules const&) const = default;
};

struct NumberScanned {
  Carrier carrier = Carrier::Qr;
  SecretBytes<longest_number_bytes> number;
};
struct RandomNumberScanned {};  // a phone or another card that draws its number anew at each tap
struct NothingOfOurs {};        // also everything that could be a citizen service number (BSN)

using ScanMeaning = std::variant<NumberScanned, RandomNumberScanned, NothingOfOurs>;

// A pass text; and if numbers are accepted, a UID of 4, 7 or 10 bytes in hexadecimal digits, or one
// of 4 bytes in ten decimal digits. What may be a BSN is never ours: nine digits that pass the
// eleven-test, or eight when a reader has dropped the zero in front. That costs one card in 500.
[[nodiscard]] ScanMeaning meaning_of_scan(std::string_view text, WedgeRules const& rules);

}  // namespace inloop::cards
