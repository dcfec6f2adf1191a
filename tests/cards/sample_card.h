#pragma once
// A card as a test plays it: what it answers to each command. Its number is worked out anew each
// time it is needed, so that no copy of it lies in the memory that is searched for numbers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/cards/card_service.h"

namespace inloop::test {

enum class SampleKind {
  NfcTag,
  NfcTagWithRandomNumber,  // as a phone shows itself that plays a tag
  MifareClassic1K,
  MifareClassic4K,
  TransportTicket,  // Ultralight without a capability container
  Desfire,
  Payment,
  Passport,
  DrivingLicence,
  OfficeBadge,  // an operating system, and no application that is known here
};

struct SampleCard {
  SampleKind kind = SampleKind::NfcTag;
  std::uint32_t serial = 0;  // which card of its kind

  bool operator==(SampleCard const&) const = default;
};

using SampleNumber = cards::SecretBytes<10>;

[[nodiscard]] std::vector<std::byte> atr_of(SampleKind kind);

// 7 bytes, the first 04, the others like chance; or 4 bytes, the first 08.
[[nodiscard]] SampleNumber number_of(SampleCard const& card);

// With its status bytes.
[[nodiscard]] cards::CardReply reply_of(SampleCard const& card, std::span<std::byte const> command);

[[nodiscard]] bool asks_for_number(std::span<std::byte const> command);

// "3B 8F 80" as bytes.
[[nodiscard]] std::vector<std::byte> from_hex(char const* text);

}  // namespace inloop::test
