#include "kiosk/store/card_taps.h"

#include <algorithm>

namespace inloop::store {

bool CardTaps::knows(CardHash const& card, core::Visit const& visit) {
  if (visit.arrived.date != m_date) {
    m_date = visit.arrived.date;
    m_taps.clear();
  }
  return std::ranges::any_of(m_taps, [&](CardTap const& tap) {
    return tap.card == card && tap.daypart == visit.daypart();
  });
}

void CardTaps::remember(CardTap const& tap) {
  if (m_taps.size() < most_card_taps) m_taps.push_back(tap);
}

std::optional<CardTap> CardTaps::tap_of(core::VisitId visit) const {
  auto const found = std::ranges::find(m_taps, visit, &CardTap::visit);
  if (found == m_taps.end()) return std::nullopt;
  return *found;
}

void CardTaps::forget(core::VisitId visit) {
  std::erase_if(m_taps, [visit](CardTap const& tap) { return tap.visit == visit; });
}

}  // namespace inloop::store
