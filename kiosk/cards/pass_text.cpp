#include "kiosk/cards/pass_text.h"

#include <cstdint>

namespace inloop::cards {
namespace {

constexpr std::string_view opening = "INLOOP1-";
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t value_count = 26;
constexpr unsigned bits_a_value = 5;
static_assert(opening.size() + value_count + 1 == pass_text_length);

constexpr char to_capital(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

// In GF(32) with the polynomial x^5 + x^2 + 1.
constexpr unsigned times_x(unsigned value) {
  constexpr unsigned polynomial = 0b100101;
  auto const shifted = value << 1U;
  return (shifted & 0b100000U) != 0 ? shifted ^ polynomial : shifted;
}

constexpr unsigned with_next(unsigned check, unsigned value) {
  return times_x(check ^ value);
}

}  // namespace

Result<std::string> make_pass_text(RandomSource& random) {
  PassNumber number;
  if (auto const filled = random.fill(number.room()); !filled)
    return within("a new pass", filled.error());
  number.set_size(pass_number_bytes);

  std::string text(opening);
  unsigned check = 0;
  unsigned bits = 0;
  unsigned bit_count = 2;  // the two zero bits before the number
  for (auto const byte : number.bytes()) {
    bits = (bits << 8U) | std::to_integer<unsigned>(byte);
    bit_count += 8;
    while (bit_count >= bits_a_value) {
      bit_count -= bits_a_value;
      auto const value = bits >> bit_count;
      bits &= (1U << bit_count) - 1;
      text += alphabet[value];
      check = with_next(check, value);
    }
  }
  text += alphabet[check];
  return text;
}

std::optional<PassNumber> pass_number_from(std::string_view text) {
  if (text.size() != pass_text_length) return std::nullopt;
  for (std::size_t i = 0; i < opening.size(); ++i)
    if (to_capital(text[i]) != opening[i]) return std::nullopt;
  text.remove_prefix(opening.size());

  PassNumber number;
  unsigned check = 0;
  unsigned bits = 0;
  unsigned bit_count = 0;
  for (std::size_t i = 0; i < value_count; ++i) {
    auto const value = alphabet.find(to_capital(text[i]));
    if (value == alphabet.npos) return std::nullopt;
    check = with_next(check, static_cast<unsigned>(value));
    bits = (bits << bits_a_value) | static_cast<unsigned>(value);
    bit_count += i == 0 ? bits_a_value - 2 : bits_a_value;
    if (i == 0 && bits > 0b111) return std::nullopt;  // bits beyond the number
    if (bit_count < 8) continue;
    bit_count -= 8;
    number.push_back(static_cast<std::byte>(bits >> bit_count));
    bits &= (1U << bit_count) - 1;
  }
  if (alphabet.find(to_capital(text[value_count])) != check) return std::nullopt;
  return number;
}

}  // namespace inloop::cards
