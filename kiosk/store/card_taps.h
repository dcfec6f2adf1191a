#pragma once
// The cards that were tapped today, in memory only: a second tap in the same daypart counts nobody.
// Nothing here is ever written down, because it tells who came when. Store thread.

#include <optional>
#include <vector>

#include "kiosk/base/card_hash.h"
#include "kiosk/core/visits.h"
#include "kiosk/store/cards_table.h"

namespace inloop::store {

// Far more cards than a living room sees in a day. Beyond them nothing is remembered: the worst is
// that a second tap counts once more.
inline constexpr std::size_t most_card_taps = 2'000;

struct CardTap {
  CardHash card;
  core::Daypart daypart = core::Daypart::Morning;
  core::VisitId visit = 0;
  CardSeen seen = CardSeen::Before;

  bool operator==(CardTap const&) const = default;
};

class CardTaps {
 public:
  // Another date than the last one asked for forgets everything.
  [[nodiscard]] bool knows(CardHash const& card, core::Visit const& visit);
  // Of the date that `knows` was asked for last.
  void remember(CardTap const& tap);

  [[nodiscard]] std::optional<CardTap> tap_of(core::VisitId visit) const;
  void forget(core::VisitId visit);

 private:
  core::Date m_date{};
  std::vector<CardTap> m_taps;
};

}  // namespace inloop::store
