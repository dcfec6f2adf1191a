#include "kiosk/core/update.h"

#include <type_traits>
#include <utility>

#include "kiosk/core/day_rules.h"
#include "kiosk/core/deadline.h"
#include "kiosk/core/handlers.h"

namespace inloop::core {
namespace {

inline constexpr std::int64_t tidy_every_ms = 60 * 60 * 1000;

struct Question {
  std::optional<Waiting> operator()(Home const& page) const { return page.check_in; }

  std::optional<Waiting> operator()(Welcome const& page) const {
    return page.change ? std::optional(page.change->waiting) : std::nullopt;
  }

  std::optional<Waiting> operator()(PartyChoice const& page) const { return (*this)(page.welcome); }

  std::optional<Waiting> operator()(auto const& page) const {
    if constexpr (requires { page.waiting; }) return page.waiting;
    return std::nullopt;
  }
};

bool is_tidying_due(State const& state) {
  if (state.now.clock != ClockTrust::Steady) return false;
  auto const& last = state.tidied;
  return !last || last->local.date != state.now.local.date ||
         state.now.uptime_ms - last->uptime_ms >= tidy_every_ms;
}

// The house is tidied each hour. The agenda is read with it, and before it on each new day: what
// went wrong once is read anew, and yesterday's calls are nobody's.
Effects keep_house(State& state) {
  if (!can_count(state)) return {};
  Effects effects;
  auto const today = state.now.local.date;
  bool const is_new_day = state.agenda_asked != today;
  if (is_new_day && state.agenda_asked) {
    state.calls.clear();
    state.host_today.clear();
  }
  bool const is_due = is_tidying_due(state);
  if (is_due) {
    state.tidied = state.now;
    effects.push_back(TidyHouse{today});
  }
  if (is_due || is_new_day) {
    state.agenda_asked = today;
    effects.push_back(LoadAgenda{today});
  }
  return effects;
}

Effects take_waiting_card(State& state) {
  auto const tap = state.cards.front();
  state.cards.erase(state.cards.begin());
  return tap.card ? handle(state, CardTapped{*tap.card}) : handle(state, AnonymousCardTapped{});
}

Effects meet(State& state, Deadline::Kind deadline) {
  using Kind = Deadline::Kind;
  switch (deadline) {
    case Kind::GiveUp:
      return give_up(state);
    case Kind::Leave:
      leave(state);
      return {};
    case Kind::Discard: {
      // Who walks away from the question has left all the same.
      bool const has_left = std::holds_alternative<Leaving>(state.page);
      rest(state);
      return has_left ? note_leaving(state) : Effects{};
    }
    case Kind::Warn:
      state.warned_at_ms = state.now.uptime_ms;
      return {};
    case Kind::CountDown:
      return {};  // the new time is the change
    case Kind::NextCard:
      return take_waiting_card(state);
  }
  return {};
}

void append(Effects& effects, Effects&& more) {
  effects.insert(effects.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

// The pages behind which another one waits. Who goes anywhere else is somebody new: what the one
// before was doing must not come back to them.
template <class PageKind>
constexpr bool stands_before(PageKind const&) {
  return std::is_same_v<PageKind, Home> || std::is_same_v<PageKind, Welcome> ||
         std::is_same_v<PageKind, PartyChoice> || std::is_same_v<PageKind, CardNotRead> ||
         std::is_same_v<PageKind, NoVoice>;
}

}  // namespace

bool can_count(State const& state) {
  return state.is_store_well && state.now.clock != ClockTrust::Dead;
}

void rest(State& state) {
  state.preferences = state.settings.resting;
  state.warned_at_ms.reset();
  state.interrupted.reset();
  if (can_count(state))
    state.page = Home{};
  else
    state.page = OutOfOrder{};
}

void leave(State& state) {
  if (!state.interrupted) return rest(state);
  auto const before = *std::exchange(state.interrupted, std::nullopt);
  state.page = before.page;
  state.last_touch_ms = state.now.uptime_ms - before.idle_ms;
}

void interrupt(State& state) {
  if (state.interrupted) return;
  state.interrupted =
      Interrupted{.page = state.page, .idle_ms = state.now.uptime_ms - state.last_touch_ms};
}

Effects give_up(State& state) {
  state.page = Apology{};
  state.warned_at_ms.reset();
  state.last_touch_ms = state.now.uptime_ms;
  return {PlaySound{Sound::AskHost}};
}

Waiting ask_store(State& state) {
  return {.request = ++state.last_request, .since_ms = state.now.uptime_ms};
}

std::optional<Waiting> waiting_of(Page const& page) {
  return std::visit(Question{}, page);
}

bool is_answered(Page const& page, RequestId request) {
  auto const waiting = waiting_of(page);
  return waiting && waiting->request == request;
}

Effects handle(State& state, Touched) {
  state.last_touch_ms = state.now.uptime_ms;
  // The warning stays under the finger that lands on it, or the finger would press what lies below;
  // it only begins anew.
  if (state.warned_at_ms) state.warned_at_ms = state.now.uptime_ms;
  return {};
}

Effects handle(State& state, Tick) {
  auto const* const home = std::get_if<Home>(&state.page);
  bool const is_quiet_home = home != nullptr && !home->check_in;
  if (std::holds_alternative<OutOfOrder>(state.page) && can_count(state)) rest(state);
  if (is_quiet_home && !can_count(state)) rest(state);
  Effects effects;
  auto const deadline = next_deadline(state);
  if (deadline && deadline->at_ms <= state.now.uptime_ms) effects = meet(state, deadline->kind);
  if (!state.is_store_well) {
    append(effects, {MendStore{}});
    return effects;
  }
  append(effects, keep_house(state));
  return effects;
}

Effects handle(State& state, StoreRefused const& refused) {
  if (host::is_host_page(state.page)) return host::refuse(state, refused.request);
  return is_answered(state.page, refused.request) ? give_up(state) : Effects{};
}

Effects handle(State& state, StoreLost) {
  state.is_store_well = false;
  state.cards.clear();
  rest(state);
  return {};
}

Effects handle(State& state, StoreMended) {
  state.tidied.reset();  // what was asked of a lost store was not done
  state.agenda_asked.reset();
  state.cards.clear();
  // Told while it was well: a host put a backup in its place, and stays to read that it is done.
  if (!std::exchange(state.is_store_well, true)) rest(state);
  return keep_house(state);
}

Session const* find_session(State const& state, SessionId id) {
  for (auto const& session : state.agenda)
    if (session.id == id) return &session;
  return nullptr;
}

State initial_state(Settings settings, Now const& now) {
  State state;
  state.settings = std::move(settings);
  state.now = now;
  state.last_touch_ms = now.uptime_ms;
  rest(state);
  return state;
}

std::vector<Effect> update(State& state, Action const& action, Now const& now) {
  state.now = now;
  auto effects = std::visit([&](auto const& one) { return handle(state, one); }, action);
  if (!std::visit([](auto const& page) { return stands_before(page); }, state.page))
    state.interrupted.reset();
  return effects;
}

}  // namespace inloop::core
