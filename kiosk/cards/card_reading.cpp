#include "kiosk/cards/card_reading.h"

#include "kiosk/base/assert.h"

namespace inloop::cards {
namespace {

CardEvent read(Card& card, std::span<std::byte const> atr, AcceptedKinds const& accepted,
               CardKeys const& keys) {
  constexpr std::size_t status_bytes = 2;
  Inquiry inquiry(atr);
  while (auto const question = inquiry.question()) {
    auto const reply = card.transmit(*question);
    if (!reply) return CardRefused{Refusal::Unreadable};
    inquiry.answer(reply->bytes());
  }
  if (inquiry.kind() == CardKind::Forbidden) return CardRefused{Refusal::Forbidden};
  if (!is_accepted(inquiry.kind(), accepted)) return CardRefused{Refusal::Unknown};

  auto const reply = card.transmit(uid_command());
  if (!reply || !is_success(reply->bytes())) return CardRefused{Refusal::Unreadable};
  auto const uid = reply->bytes().first(reply->size() - status_bytes);
  switch (kind_of_number(uid)) {
    case NumberKind::Unusable:
      return CardRefused{Refusal::Unreadable};
    case NumberKind::Random:
      return AnonymousTapped{};
    case NumberKind::Fixed:
      break;
  }
  if (auto const hash = keys.hash(Carrier::Nfc, uid)) return CardTapped{*hash};
  return CardRefused{Refusal::NoKey};
}

}  // namespace

CardEvent read_card(Card& card, std::span<std::byte const> atr, AcceptedKinds const& accepted,
                    CardKeys const& keys) {
  auto const event = read(card, atr, accepted, keys);
  wipe_stack();  // where the card service passed the replies on
  return event;
}

}  // namespace inloop::cards
