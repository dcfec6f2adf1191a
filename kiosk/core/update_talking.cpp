#include "kiosk/core/day_rules.h"
#include "kiosk/core/handlers.h"

namespace inloop::core {

Effects handle(State& state, TapCall tap) {
  if (idle_page<Home>(state) == nullptr) return {};
  // So many have been waiting that the oldest was surely seen by now.
  if (state.calls.size() >= most_calls) state.calls.erase(state.calls.begin());
  state.calls.push_back(
      {.id = ++state.last_call, .kind = tap.kind, .since_ms = state.now.uptime_ms});
  state.page = CallHeard{.call = state.last_call, .kind = tap.kind};
  state.last_touch_ms = state.now.uptime_ms;
  return {PlaySound{Sound::AskHost}};
}

Effects handle(State& state, TapWithdrawCall) {
  auto const* const heard = std::get_if<CallHeard>(&state.page);
  if (heard == nullptr) return {};
  end_call(state, heard->call);
  leave(state);
  return {};
}

Effects handle(State& state, TapCalls) {
  if (idle_page<Home>(state) != nullptr && !state.calls.empty()) state.page = Calls{};
  return {};
}

Effects handle(State& state, TapAnswerCall tap) {
  if (!std::holds_alternative<Calls>(state.page)) return {};
  end_call(state, tap.call);
  if (state.calls.empty()) leave(state);
  return {};
}

Effects handle(State& state, TapLeave) {
  if (idle_page<Home>(state) != nullptr) state.page = Leaving{};
  return {};
}

Effects handle(State& state, TapFeeling tap) {
  auto* const leaving = idle_page<Leaving>(state);
  if (leaving == nullptr) return {};
  leaving->waiting = ask_store(state);
  auto const request = leaving->waiting->request;
  auto effects = note_leaving(state);
  effects.push_back(StoreFeeling{request, period_of(state.now.local.date), tap.feeling});
  return effects;
}

Effects handle(State& state, FeelingStored const& stored) {
  if (!std::holds_alternative<Leaving>(state.page) || !is_answered(state.page, stored.request))
    return {};
  state.page = Farewell{};
  state.last_touch_ms = state.now.uptime_ms;
  return {PlaySound{Sound::Confirmed}};
}

Effects handle(State& state, TapKnowledge) {
  if (idle_page<Home>(state) != nullptr) state.page = Knowledge{};
  return {};
}

Effects handle(State& state, TapReleased) {
  if (!std::holds_alternative<Knowledge>(state.page)) return {};
  auto const waiting = ask_store(state);
  state.page = Released{.waiting = waiting};
  return {LoadRelease{waiting.request}};
}

Effects handle(State& state, ReleaseLoaded const& loaded) {
  if (std::holds_alternative<Released>(state.page) && is_answered(state.page, loaded.request))
    state.page = Released{.month = loaded.month};
  return {};
}

Effects handle(State& state, TapRaw) {
  auto* const released = idle_page<Released>(state);
  if (released == nullptr || !released->month) return {};
  released->is_raw = true;
  released->first_line = 0;
  return {};
}

}  // namespace inloop::core
