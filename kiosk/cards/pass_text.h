#pragma once
// The text in the QR code of a printed pass (buurtpas): 128 random bits that stand for nobody until
// somebody takes the pass. Nothing is kept of a pass that was made. Any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/cards/secret_bytes.h"

namespace inloop::cards {

inline constexpr std::size_t pass_number_bytes = 16;
using PassNumber = SecretBytes<pass_number_bytes>;

// "INLOOP1-", 26 characters and a check character: digits and capitals only, as QR codes like it.
inline constexpr std::size_t pass_text_length = 35;

// A pass text is
//   INLOOP1-   what it is, and the version of this rule,
//   26 times   five bits of the number, the highest first, in Crockford's base 32
//              (0123456789ABCDEFGHJKMNPQRSTVWXYZ); 26 * 5 is 130, the first two bits are zero,
//   once       the check character: the 26 values v1..v26 as numbers of GF(32) with the polynomial
//              x^5 + x^2 + 1; check = v1 * x^26 + v2 * x^25 + ... + v26 * x. As x^k differs for all
//              k < 31, one wrong character or two that changed places never go unnoticed.

// A new pass. Fails when there is no randomness.
[[nodiscard]] Result<std::string> make_pass_text(RandomSource& random);

// The number of a pass text, or nothing when it is not exactly one. Small letters are read as
// capitals: a keyboard reader types them when Caps Lock is on.
[[nodiscard]] std::optional<PassNumber> pass_number_from(std::string_view text);

}  // namespace inloop::cards
