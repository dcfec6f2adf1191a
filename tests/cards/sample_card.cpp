#include "tests/cards/sample_card.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/base/assert.h"

namespace inloop::test {
namespace {

// Spreads a serial number over 64 bits: the output step of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t spread(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

std::vector<std::byte> with_checksum(std::vector<std::byte> atr) {
  std::byte sum{};
  for (std::size_t i = 1; i < atr.size(); ++i) sum ^= atr[i];
  atr.push_back(sum);
  return atr;
}

bool is_same(std::span<std::byte const> command, char const* hex) {
  auto const other = from_hex(hex);
  return std::equal(command.begin(), command.end(), other.begin(), other.end());
}

char const* answer_of(SampleKind kind, std::span<std::byte const> command) {
  constexpr char const* not_found = "6A 82";
  constexpr char const* not_known = "6D 00";
  bool const is_payment =
      is_same(command, "00 A4 04 00 0E 32 50 41 59 2E 53 59 53 2E 44 44 46 30 31 00");
  bool const is_passport = is_same(command, "00 A4 04 0C 07 A0 00 00 02 47 10 01");
  bool const is_licence = is_same(command, "00 A4 04 0C 07 A0 00 00 02 48 02 00");
  if (is_payment) return kind == SampleKind::Payment ? "6F 02 84 00 90 00" : not_found;
  if (is_passport) return kind == SampleKind::Passport ? "90 00" : not_found;
  if (is_licence) return kind == SampleKind::DrivingLicence ? "90 00" : not_found;
  if (is_same(command, "90 60 00 00 00"))
    return kind == SampleKind::Desfire ? "04 01 01 01 00 18 05 91 AF" : not_known;
  if (is_same(command, "FF B0 00 03 04"))
    return kind == SampleKind::TransportTicket ? "00 00 00 00 90 00" : "E1 10 12 00 90 00";
  return not_known;
}

}  // namespace

std::vector<std::byte> from_hex(char const* text) {
  std::vector<std::byte> bytes;
  for (char* end = nullptr; *text != '\0'; text = end) {
    bytes.push_back(static_cast<std::byte>(std::strtoul(text, &end, 16)));
    INLOOP_ASSERT(end != text);
  }
  return bytes;
}

std::vector<std::byte> atr_of(SampleKind kind) {
  auto const memory_card = [](char const* chip) {
    auto atr = from_hex("3B 8F 80 01 80 4F 0C A0 00 00 03 06 03");
    for (auto const byte : from_hex(chip)) atr.push_back(byte);
    atr.resize(19);
    return with_checksum(atr);
  };
  switch (kind) {
    case SampleKind::NfcTag:
    case SampleKind::NfcTagWithRandomNumber:
    case SampleKind::TransportTicket:
      return memory_card("00 03");
    case SampleKind::MifareClassic1K:
      return memory_card("00 01");
    case SampleKind::MifareClassic4K:
      return memory_card("00 02");
    case SampleKind::Desfire:
      return from_hex("3B 81 80 01 80 80");
    case SampleKind::Payment:
    case SampleKind::Passport:
    case SampleKind::DrivingLicence:
    case SampleKind::OfficeBadge:
      return with_checksum(from_hex("3B 85 80 01 30 01 00 00 00"));
  }
  return {};
}

SampleNumber number_of(SampleCard const& card) {
  bool const is_random = card.kind == SampleKind::NfcTagWithRandomNumber;
  auto value = spread(card.serial);
  SampleNumber number;
  number.push_back(is_random ? std::byte{0x08} : std::byte{0x04});
  for (int i = 0; i < (is_random ? 3 : 6); ++i, value >>= 8U)
    number.push_back(static_cast<std::byte>(value & 0xFFU));
  return number;
}

bool asks_for_number(std::span<std::byte const> command) {
  return is_same(command, "FF CA 00 00 00");
}

cards::CardReply reply_of(SampleCard const& card, std::span<std::byte const> command) {
  cards::CardReply reply;
  if (asks_for_number(command)) {
    INLOOP_ASSERT(reply.append(number_of(card).bytes()));
    INLOOP_ASSERT(reply.append(from_hex("90 00")));
  } else {
    INLOOP_ASSERT(reply.append(from_hex(answer_of(card.kind, command))));
  }
  return reply;
}

}  // namespace inloop::test
