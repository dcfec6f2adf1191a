#include "kiosk/app/card_desk.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "kiosk/base/log.h"
#include "kiosk/cards/pcsc_service.h"

namespace inloop::app {
namespace {

core::Action action_of(cards::CardEvent const& event) {
  struct Teller {
    core::Action operator()(cards::CardTapped const& tapped) const {
      return core::CardTapped{tapped.card};
    }
    core::Action operator()(cards::AnonymousTapped) const { return core::AnonymousCardTapped{}; }
    core::Action operator()(cards::CardRefused const& refused) const {
      if (refused.reason == cards::Refusal::NoKey) log::warn("a card came before the month's key");
      return core::CardRefused{};
    }
    core::Action operator()(cards::ReaderReady) const { return core::ReaderReady{}; }
    core::Action operator()(cards::ReaderLost) const {
      log::info("there is no card reader");
      return core::ReaderLost{};
    }
  };
  return std::visit(Teller{}, event);
}

cards::AcceptedKinds accepted_kinds(CardsConfig const& config) {
  auto const has = [&](CardKind kind) {
    return std::ranges::find(config.accepted, kind) != config.accepted.end();
  };
  return {.nfc_tag = has(CardKind::Ntag),
          .mifare_classic_1k = has(CardKind::MifareClassic1k),
          .desfire = has(CardKind::Desfire)};
}

}  // namespace

CardDesk::CardDesk(CardsConfig const& config, cards::CardKeys const& keys, Clock const& clock,
                   Kiosk& kiosk)
    : m_kiosk(kiosk),
      m_clock(clock),
      m_wedge({.accept_numbers = config.typed_numbers == TypedNumbers::Accepted}, keys) {
  if (config.reader == ReaderMode::Off) return;
  m_reader = std::make_unique<cards::CardReader>(
      cards::pcsc_service(), accepted_kinds(config), keys, clock,
      [&kiosk](cards::CardEvent const& event) { kiosk.tell(action_of(event)); });
}

void CardDesk::typed(char character, std::int64_t at_ms) {
  auto const step = m_wedge.typed(std::string_view(&character, 1), at_ms);
  m_was_readers = step.is_readers;
  m_wipe_at_ms.reset();
  if (m_wedge.deadline_ms()) m_wipe_at_ms = m_clock.uptime_ms() + 2 * cards::longest_gap.count();
  if (step.scan) m_kiosk.tell(action_of(*step.scan));
  m_kiosk.app().type(step.typing);
}

bool CardDesk::take_readers_key() {
  if (std::exchange(m_was_readers, false) || m_wedge.is_burst()) return true;
  hand_over_or_wipe();
  return false;
}

void CardDesk::wipe_due(std::int64_t uptime_ms) {
  if (m_wipe_at_ms && uptime_ms >= *m_wipe_at_ms) hand_over_or_wipe();
}

// Residents' screens have no field for a keyboard, so what a person types there goes nowhere.
void CardDesk::hand_over_or_wipe() {
  m_wipe_at_ms.reset();
  if (m_kiosk.app().takes_typing())
    m_kiosk.app().type(m_wedge.release().typing);
  else
    m_wedge.discard();
}

std::optional<std::int64_t> CardDesk::deadline_ms() const {
  return m_wipe_at_ms;
}

}  // namespace inloop::app
