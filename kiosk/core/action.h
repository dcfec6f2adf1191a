#pragma once
// Everything that can happen to the kiosk: taps, outcomes of effects, the passing of time. A new
// action does not compile until update() handles it. Plain values.

#include <variant>

#include "kiosk/core/state.h"

namespace inloop::core {

// Taps.
struct TapCheckIn {};
struct TapFirstTime {
  FirstTime answer = FirstTime::Yes;
};
struct TapMorePeople {};
struct TapParty {
  Party party;
};  // the party as it would become
struct TapConfirmParty {};
struct TapMistake {};
struct TapDone {};
struct TapBack {};
struct TapLanguages {};
struct TapLanguage {
  Language language = Language::Dutch;
};
struct TapTextSize {};
struct TapTheme {};
struct TapReach {};
struct TapKnowledge {};
struct TapStillHere {};

// The glass was touched, whatever was under the finger.
struct Touched {};

// Time passed; sent when a deadline or a minute has come.
struct Tick {};

// Outcomes of effects, by the request they answer.
struct VisitStored {
  RequestId request = 0;
  VisitId visit = 0;
};
struct VisitAmended {
  RequestId request = 0;
};
struct VisitUndone {
  RequestId request = 0;
};
// Not confirmed. Written or not: whoever was not welcomed may still have been counted when the disk
// failed in the middle of it, at most once.
struct StoreRefused {
  RequestId request = 0;
};

// The store as a whole.
struct StoreLost {};
struct StoreMended {};

using Action =
    std::variant<TapCheckIn, TapFirstTime, TapMorePeople, TapParty, TapConfirmParty, TapMistake,
                 TapDone, TapBack, TapLanguages, TapLanguage, TapTextSize, TapTheme, TapReach,
                 TapKnowledge, TapStillHere, Touched, Tick, VisitStored, VisitAmended, VisitUndone,
                 StoreRefused, StoreLost, StoreMended>;

}  // namespace inloop::core
