#include "kiosk/cards/scan_text.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "kiosk/base/assert.h"
#include "kiosk/cards/card_inquiry.h"
#include "kiosk/cards/pass_text.h"

namespace inloop::cards {
namespace {

constexpr std::size_t decimal_digits = 10;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

std::optional<unsigned> hexadecimal_value(char letter) {
  if (is_digit(letter)) return static_cast<unsigned>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a' + 10);
  if (letter >= 'A' && letter <= 'F') return static_cast<unsigned>(letter - 'A' + 10);
  return std::nullopt;
}

std::optional<NumberScanned> from_hexadecimal(std::string_view text) {
  if (text.size() != 8 && text.size() != 14 && text.size() != 20) return std::nullopt;
  NumberScanned scanned{.carrier = Carrier::Nfc, .number = {}};
  for (std::size_t i = 0; i < text.size(); i += 2) {
    auto const high = hexadecimal_value(text[i]);
    auto const low = hexadecimal_value(text[i + 1]);
    if (!high || !low) return std::nullopt;
    scanned.number.push_back(static_cast<std::byte>(*high << 4U | *low));
  }
  return scanned;
}

std::optional<NumberScanned> from_decimal(std::string_view text) {
  if (text.size() != decimal_digits || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  std::uint64_t value = 0;
  for (char const digit : text) value = 10 * value + static_cast<std::uint64_t>(digit - '0');
  if (value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  NumberScanned scanned{.carrier = Carrier::NfcInDigits, .number = {}};
  for (unsigned shift = 32; shift > 0; shift -= 8)
    scanned.number.push_back(static_cast<std::byte>(value >> (shift - 8)));
  return scanned;
}

// The eleven-test: 9a + 8b + ... + 2h - i is a multiple of 11.
bool may_be_citizen_number(std::string_view text) {
  constexpr std::size_t bsn_digits = 9;
  if (text.size() + 1 < bsn_digits || text.size() > bsn_digits) return false;
  if (!std::all_of(text.begin(), text.end(), is_digit)) return false;
  int sum = 0;
  int weight = static_cast<int>(text.size());
  for (char const digit : text) {
    sum += (weight == 1 ? -1 : weight) * (digit - '0');
    --weight;
  }
  return sum % 11 == 0;
}

// Readers differ in which end of the number they type first. Where that is unknown, a number that
// may be random is taken for random: somebody is counted, nobody is recognised.
bool may_be_random(NumberScanned const& scanned) {
  auto const bytes = scanned.number.bytes();
  if (kind_of_number(bytes) == NumberKind::Random) return true;
  return scanned.carrier == Carrier::NfcInDigits && bytes.back() == std::byte{0x08};
}

}  // namespace

ScanMeaning meaning_of_scan(std::string_view text, WedgeRules const& rules) {
  if (auto const pass = pass_number_from(text)) {
    NumberScanned scanned{.carrier = Carrier::Qr, .number = {}};
    INLOOP_ASSERT(scanned.number.append(pass->bytes()));
    return scanned;
  }
  if (!rules.accept_numbers || may_be_citizen_number(text)) return NothingOfOurs{};
  auto number = from_hexadecimal(text);
  if (!number) number = from_decimal(text);
  if (!number) return NothingOfOurs{};
  if (may_be_random(*number)) return RandomNumberScanned{};
  return *number;
}

}  // namespace inloop::cards
