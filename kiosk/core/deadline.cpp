#include "kiosk/core/deadline.h"

#include "kiosk/core/handlers.h"
#include "kiosk/core/time_out.h"

namespace inloop::core {
namespace {

using Kind = Deadline::Kind;

Deadline of_warning(State const& state) {
  auto const end_ms = *state.warned_at_ms + stretched(warning_ms, state.preferences);
  auto const whole_seconds = (state.now.uptime_ms - *state.warned_at_ms) / 1000;
  auto const next_second_ms = *state.warned_at_ms + (whole_seconds + 1) * 1000;
  if (next_second_ms >= end_ms) return {Kind::Discard, end_ms};
  return {Kind::CountDown, next_second_ms};
}

enum class Pace { OfVisitor, Fixed };

struct Patience {
  Kind kind = Kind::Warn;
  std::int64_t duration_ms = idle_ms;
  Pace pace = Pace::OfVisitor;
};

// What happens by itself on a page, and how long after the last touch. Where something would be
// lost, the warning comes first.
struct PatienceOf {
  State const& state;

  std::optional<Patience> operator()(Home const& page) const {
    if (page.note != HomeNote::None) return farewell();
    if (state.preferences == state.settings.resting && !state.interrupted) return std::nullopt;
    return Patience{};
  }
  std::optional<Patience> operator()(OutOfOrder const&) const {
    if (state.preferences == state.settings.resting) return std::nullopt;
    return Patience{.kind = Kind::Leave};
  }
  std::optional<Patience> operator()(SignedUp const&) const {
    return Patience{.kind = Kind::Leave, .duration_ms = remember_ms};
  }
  std::optional<Patience> operator()(Welcome const&) const { return farewell(); }
  std::optional<Patience> operator()(Apology const&) const { return farewell(); }
  std::optional<Patience> operator()(SignUpEnded const&) const { return farewell(); }
  std::optional<Patience> operator()(CallHeard const&) const { return farewell(); }
  std::optional<Patience> operator()(Farewell const&) const { return farewell(); }
  std::optional<Patience> operator()(CardNotRead const&) const { return farewell(); }
  std::optional<Patience> operator()(NoVoice const&) const { return farewell(); }
  std::optional<Patience> operator()(AtDoor const&) const {
    return Patience{.kind = Kind::Leave, .duration_ms = door_ms};
  }
  // An open room is a danger to everybody's privacy, however slowly its host reads.
  std::optional<Patience> operator()(InRoom const& page) const {
    if (host::is_at_work(page)) return std::nullopt;
    return Patience{.kind = Kind::Leave, .duration_ms = lock_ms, .pace = Pace::Fixed};
  }
  std::optional<Patience> operator()(auto const&) const { return Patience{}; }

 private:
  static Patience farewell() { return {.kind = Kind::Leave, .duration_ms = farewell_ms}; }
};

}  // namespace

std::optional<Deadline> next_deadline(State const& state) {
  if (auto const waiting = waiting_of(state.page))
    return Deadline{Kind::GiveUp, waiting->since_ms + store_patience_ms};
  if (!state.cards.empty()) return Deadline{Kind::NextCard, state.last_touch_ms + card_turn_ms};
  if (state.warned_at_ms) return of_warning(state);
  auto const patience = std::visit(PatienceOf{state}, state.page);
  if (!patience) return std::nullopt;
  auto const duration_ms = patience->pace == Pace::Fixed
                               ? patience->duration_ms
                               : stretched(patience->duration_ms, state.preferences);
  return Deadline{patience->kind, state.last_touch_ms + duration_ms};
}

}  // namespace inloop::core
