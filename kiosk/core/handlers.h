#pragma once
// What the kiosk does for each action, in one overload each: an action without one does not
// compile. Used by update() alone. Pure.

#include <vector>

#include "kiosk/core/action.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/state.h"

namespace inloop::core {

using Effects = std::vector<Effect>;

// Coming in: update_arriving.cpp.
Effects handle(State& state, TapCheckIn tap);
Effects handle(State& state, TapFirstTime tap);
Effects handle(State& state, TapMorePeople tap);
Effects handle(State& state, TapParty const& tap);
Effects handle(State& state, TapConfirmParty tap);
Effects handle(State& state, TapMistake tap);
Effects handle(State& state, CardTapped const& tapped);
Effects handle(State& state, AnonymousCardTapped tapped);
Effects handle(State& state, CardRefused refused);
Effects handle(State& state, ReaderReady ready);
Effects handle(State& state, ReaderLost lost);
Effects handle(State& state, VisitStored const& stored);
Effects handle(State& state, CardKnown const& known);
Effects handle(State& state, VisitAmended const& amended);
Effects handle(State& state, VisitUndone const& undone);

// Looking for an activity and joining it: update_joining.cpp.
Effects handle(State& state, TapActivities tap);
Effects handle(State& state, TapSpan tap);
Effects handle(State& state, TapScroll tap);
Effects handle(State& state, TapLikes tap);
Effects handle(State& state, TapLike tap);
Effects handle(State& state, TapSession tap);
Effects handle(State& state, TapJoin tap);
Effects handle(State& state, TapToken tap);
Effects handle(State& state, TapOtherTokens tap);
Effects handle(State& state, TapConfirmToken tap);
Effects handle(State& state, TapKey const& tap);
Effects handle(State& state, TapReplace const& tap);
Effects handle(State& state, TapErase tap);
Effects handle(State& state, TapMoreKeys tap);
Effects handle(State& state, TapConfirmName tap);
Effects handle(State& state, TapWait tap);
Effects handle(State& state, AgendaLoaded const& loaded);
Effects handle(State& state, TokensDrawn const& drawn);
Effects handle(State& state, SignUpStored const& stored);
Effects handle(State& state, SignUpRefused const& refused);

// What one does with a sign-up: update_sign_up.cpp.
Effects handle(State& state, TapMySignUp tap);
Effects handle(State& state, TapTokenPicture tap);
Effects handle(State& state, TapTokenColour tap);
Effects handle(State& state, TapStopComing tap);
Effects handle(State& state, TapTakeAlong tap);
Effects handle(State& state, TapPrint tap);
Effects handle(State& state, SignUpFound const& found);
Effects handle(State& state, SignUpCancelled const& cancelled);
Effects handle(State& state, TakeAlongMade const& made);
Effects handle(State& state, SlipPrinted const& printed);
Effects handle(State& state, SlipFailed const& failed);

// Speaking, leaving and knowing: update_talking.cpp.
Effects handle(State& state, TapCall tap);
Effects handle(State& state, TapWithdrawCall tap);
Effects handle(State& state, TapCalls tap);
Effects handle(State& state, TapAnswerCall tap);
Effects handle(State& state, TapLeave tap);
Effects handle(State& state, TapFeeling tap);
Effects handle(State& state, TapKnowledge tap);
Effects handle(State& state, TapReleased tap);
Effects handle(State& state, TapRaw tap);
Effects handle(State& state, FeelingStored const& stored);
Effects handle(State& state, ReleaseLoaded const& loaded);

// The screen itself: update_screen.cpp.
Effects handle(State& state, TapLanguages tap);
Effects handle(State& state, TapLanguage tap);
Effects handle(State& state, TapTextSize tap);
Effects handle(State& state, TapTheme tap);
Effects handle(State& state, TapReach tap);
Effects handle(State& state, TapListen tap);
Effects handle(State& state, TapRepeat tap);
Effects handle(State& state, TapVolume tap);
Effects handle(State& state, TapStillHere tap);
Effects handle(State& state, VoicesFound const& found);
Effects handle(State& state, TapBack tap);
Effects handle(State& state, TapDone tap);

// The door and the host's room: host/room_update.cpp.
Effects handle(State& state, TapHost tap);
Effects handle(State& state, TapLock tap);
Effects handle(State& state, TapAtDoor const& tap);
Effects handle(State& state, TapInRoom const& tap);
Effects handle(State& state, HostAnswer const& answer);
Effects handle(State& state, HostProgress const& progress);

// Time and the store: update.cpp.
Effects handle(State& state, Touched touched);
Effects handle(State& state, Tick tick);
Effects handle(State& state, StoreRefused const& refused);
Effects handle(State& state, StoreLost lost);
Effects handle(State& state, StoreMended mended);

// What they share.

// People can be counted: the store is well and the date can be believed.
[[nodiscard]] bool can_count(State const& state);

// Back to how every visitor finds the kiosk; nothing of the last one stays.
void rest(State& state);

// The visitor is done with this page: back to what a card interrupted, or to rest.
void leave(State& state);

// Keeps the page for later, unless one is kept already.
void interrupt(State& state);

// Says sorry, and points to the host.
Effects give_up(State& state);

[[nodiscard]] Waiting ask_store(State& state);

// What host/room_update.cpp does for those who handle what residents do, too. `page` is state.page.
namespace host {
struct TextEntry;

[[nodiscard]] bool is_host_page(Page const& page);
[[nodiscard]] bool is_at_work(InRoom const& page);  // a long job must not be left
Effects go_back(State& state);
Effects scroll_to(State& state, int first);
Effects refuse(State& state, RequestId request);
// Where keys go now; null: nowhere.
[[nodiscard]] TextEntry* field_of(State& state);
// Whether something is typed whose last character can be taken back.
[[nodiscard]] bool can_erase(State& state);
}  // namespace host

// The question to the store that the page waits for.
[[nodiscard]] std::optional<Waiting> waiting_of(Page const& page);
[[nodiscard]] bool is_answered(Page const& page, RequestId request);

// The page of this kind, when it stands and waits for nothing.
template <class PageKind>
[[nodiscard]] PageKind* idle_page(State& state) {
  auto* const page = std::get_if<PageKind>(&state.page);
  return page != nullptr && !waiting_of(state.page) ? page : nullptr;
}

}  // namespace inloop::core
