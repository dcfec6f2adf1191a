#include "kiosk/core/day_rules.h"

#include "kiosk/core/host/room.h"

namespace inloop::core {

void end_call(State& state, CallId call) {
  std::erase_if(state.calls, [call](Call const& one) { return one.id == call; });
}

Effects note_leaving(State& state) {
  using host::shift::NoteLeaving;
  HostRequest request{host::TodayRequest{.what = NoteLeaving{}, .now = state.now.local}};
  return {AskHostDesk{++state.last_request, Indirect<HostRequest>(std::move(request))}};
}

}  // namespace inloop::core
