#pragma once
// What update() wants done in the world, as plain values. The app performs them; their outcomes
// come back as actions.

#include <variant>

#include "kiosk/core/state.h"

namespace inloop::core {

// Answered by VisitStored or StoreRefused.
struct StoreVisit {
  RequestId request = 0;
  Visit visit;

  bool operator==(StoreVisit const&) const = default;
};

// Answered by VisitAmended or StoreRefused.
struct AmendVisit {
  RequestId request = 0;
  VisitId visit = 0;
  Party party;
  FirstTime first_time = FirstTime::Skipped;

  bool operator==(AmendVisit const&) const = default;
};

// Answered by VisitUndone or StoreRefused.
struct UndoVisit {
  RequestId request = 0;
  VisitId visit = 0;

  bool operator==(UndoVisit const&) const = default;
};

// Forget the minutes of past days, close the periods that are due, publish what is not yet in the
// outbox, take in receipts. Unanswered.
struct TidyHouse {
  Date today{};

  bool operator==(TidyHouse const&) const = default;
};

// Try to open the store again. Answered by StoreMended when it worked.
struct MendStore {
  bool operator==(MendStore const&) const = default;
};

using Effect = std::variant<StoreVisit, AmendVisit, UndoVisit, TidyHouse, MendStore>;

}  // namespace inloop::core
