#pragma once
// Finds out what a contactless card is, before its number may be asked: from its ATR and from the
// answers to a few commands that tell nothing about its owner. Pure; it talks to no reader.
//
// An allow-list: only what is recognised as a card that a place can hand out is accepted.

#include <cstddef>
#include <optional>
#include <span>

namespace inloop::cards {

enum class CardKind {
  NfcTag,           // NTAG or Ultralight with an NFC Forum capability container: stickers, tags
  MifareClassic1K,  // plastic passes; many other bodies hand them out, too
  Desfire,          // plastic passes; as above
  Forbidden,        // payment card, passport, identity card, driving licence, OV-chipkaart
  Unknown,          // everything else
};

// Which kinds this place hands out. Municipal and company passes are often MIFARE Classic or
// DESFire, so these two are for places that hand out such cards themselves.
struct AcceptedKinds {
  bool nfc_tag = true;
  bool mifare_classic_1k = false;
  bool desfire = false;

  bool operator==(AcceptedKinds const&) const = default;
};

[[nodiscard]] bool is_accepted(CardKind kind, AcceptedKinds const& accepted);

// Asks one question after the other until the kind is known:
//   while (auto const question = inquiry.question()) inquiry.answer(reply_to(*question));
//
// The ATR of a contactless card is put together by the reader (PC/SC specification 2.01, part 3,
// 3.1.3.2.3). Memory cards: 3B 8F 80 01 80 4F 0C A0 00 00 03 06 SS NN NN 00 00 00 00 TCK, where SS
// 03 is ISO 14443-3 type A and NN NN the name of the chip (supplement "Contactless ICC ATR").
// Cards with an operating system (ISO 14443-4): 3B 8n 80 01, n bytes, TCK.
class Inquiry {
 public:
  explicit Inquiry(std::span<std::byte const> atr);

  // The command to send, or nothing once the kind is known. It lives as long as the program.
  [[nodiscard]] std::optional<std::span<std::byte const>> question() const;

  // The whole reply with its two status bytes, of any length and content.
  void answer(std::span<std::byte const> reply);

  // Only when there is no further question.
  [[nodiscard]] CardKind kind() const;

 private:
  enum class Step { Container, Payment, Identity, DrivingLicence, Version, Known };

  void conclude(CardKind kind);

  Step m_step = Step::Known;
  CardKind m_kind = CardKind::Unknown;
};

// GET DATA for the UID (PC/SC part 3, 3.2.2.1.3). Only for a card of an accepted kind.
[[nodiscard]] std::span<std::byte const> uid_command();

enum class NumberKind {
  Fixed,
  Random,    // 4 bytes, the first 08: drawn anew at each tap (ISO 14443-3, 6.5.4)
  Unusable,  // no length that a UID has
};

[[nodiscard]] NumberKind kind_of_number(std::span<std::byte const> uid);

// True for the status 90 00 at the end of a reply.
[[nodiscard]] bool is_success(std::span<std::byte const> reply);

}  // namespace inloop::cards
