#include "kiosk/core/day_rules.h"

namespace inloop::core {

void end_call(State& state, CallId call) {
  std::erase_if(state.calls, [call](Call const& one) { return one.id == call; });
}

Effects note_leaving(State const& state) {
  return {StoreLeaving{state.now.local}};
}

}  // namespace inloop::core
