#include "kiosk/core/deadline.h"

#include "kiosk/core/time_out.h"

namespace inloop::core {
namespace {

using Kind = Deadline::Kind;

Waiting const* waiting_for_store(Page const& page) {
  if (auto const* const home = std::get_if<Home>(&page))
    return home->check_in ? &*home->check_in : nullptr;
  auto const* welcome = std::get_if<Welcome>(&page);
  if (auto const* const choice = std::get_if<PartyChoice>(&page)) welcome = &choice->welcome;
  return welcome != nullptr && welcome->change ? &welcome->change->waiting : nullptr;
}

Deadline of_warning(State const& state) {
  auto const end_ms = *state.warned_at_ms + stretched(warning_ms, state.preferences.text_size);
  auto const whole_seconds = (state.now.uptime_ms - *state.warned_at_ms) / 1000;
  auto const next_second_ms = *state.warned_at_ms + (whole_seconds + 1) * 1000;
  if (next_second_ms >= end_ms) return {Kind::Discard, end_ms};
  return {Kind::CountDown, next_second_ms};
}

}  // namespace

std::optional<Deadline> next_deadline(State const& state) {
  if (auto const* const waiting = waiting_for_store(state.page))
    return Deadline{Kind::GiveUp, waiting->since_ms + store_patience_ms};
  if (state.warned_at_ms) return of_warning(state);

  auto const after = [&](Kind kind, std::int64_t duration_ms) {
    return Deadline{kind,
                    state.last_touch_ms + stretched(duration_ms, state.preferences.text_size)};
  };
  auto const* const home = std::get_if<Home>(&state.page);
  if (home != nullptr && home->is_undone) return after(Kind::Leave, farewell_ms);
  if (std::holds_alternative<Welcome>(state.page) || std::holds_alternative<Apology>(state.page))
    return after(Kind::Leave, farewell_ms);
  bool const is_out_of_order = std::holds_alternative<OutOfOrder>(state.page);
  if ((home != nullptr || is_out_of_order) && state.preferences == state.settings.resting)
    return std::nullopt;
  if (is_out_of_order) return after(Kind::Leave, idle_ms);
  return after(Kind::Warn, idle_ms);
}

}  // namespace inloop::core
