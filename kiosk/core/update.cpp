#include "kiosk/core/update.h"

#include "kiosk/core/deadline.h"

namespace inloop::core {
namespace {

using Effects = std::vector<Effect>;

inline constexpr std::int64_t tidy_every_ms = 60 * 60 * 1000;

bool can_count(State const& state) {
  return state.is_store_well && state.now.clock != ClockTrust::Dead;
}

// Back to how every visitor finds the kiosk; nothing of the last one stays.
void rest(State& state) {
  state.preferences = state.settings.resting;
  state.warned_at_ms.reset();
  if (can_count(state))
    state.page = Home{};
  else
    state.page = OutOfOrder{};
}

Waiting ask_store(State& state) {
  return {.request = ++state.last_request, .since_ms = state.now.uptime_ms};
}

bool answers(std::optional<Change> const& change, RequestId request) {
  return change && change->waiting.request == request;
}

// The welcome of the page, also while the party is being chosen.
Welcome* welcome_of(Page& page) {
  if (auto* const choice = std::get_if<PartyChoice>(&page)) return &choice->welcome;
  return std::get_if<Welcome>(&page);
}

// The welcome whose visit may be changed now: none while an earlier change is on its way.
Welcome* changeable(Page& page) {
  auto* const welcome = welcome_of(page);
  return welcome != nullptr && !welcome->change ? welcome : nullptr;
}

bool is_quiet_home(Page const& page) {
  auto const* const home = std::get_if<Home>(&page);
  return home != nullptr && !home->check_in;
}

Effects amend(State& state, Welcome& welcome, Party party, FirstTime first_time) {
  auto const waiting = ask_store(state);
  welcome.change = Change{.waiting = waiting, .party = party, .first_time = first_time};
  return {AmendVisit{waiting.request, welcome.visit, party, first_time}};
}

Effects tidy_when_due(State& state) {
  if (!can_count(state) || state.now.clock != ClockTrust::Steady) return {};
  auto const& last = state.tidied;
  if (last && last->local.date == state.now.local.date &&
      state.now.uptime_ms - last->uptime_ms < tidy_every_ms)
    return {};
  state.tidied = state.now;
  return {TidyHouse{state.now.local.date}};
}

void meet(State& state, Deadline::Kind deadline) {
  using Kind = Deadline::Kind;
  switch (deadline) {
    case Kind::GiveUp:
      state.page = Apology{};
      state.last_touch_ms = state.now.uptime_ms;
      return;
    case Kind::Leave:
    case Kind::Discard:
      return rest(state);
    case Kind::Warn:
      state.warned_at_ms = state.now.uptime_ms;
      return;
    case Kind::CountDown:
      return;  // the new time is the change
  }
}

struct Updater {
  State& state;

  Effects operator()(TapCheckIn) {
    if (!is_quiet_home(state.page) || !can_count(state)) return {};
    auto const waiting = ask_store(state);
    state.page = Home{.check_in = waiting};
    return {StoreVisit{waiting.request, Visit{.arrived = state.now.local, .party = {}}}};
  }

  Effects operator()(TapFirstTime tap) {
    auto* const welcome = changeable(state.page);
    if (welcome == nullptr || welcome->first_time == tap.answer) return {};
    return amend(state, *welcome, welcome->party, tap.answer);
  }

  Effects operator()(TapMorePeople) {
    auto const* const welcome = std::get_if<Welcome>(&state.page);
    if (welcome == nullptr || welcome->change) return {};
    state.page = PartyChoice{.welcome = *welcome, .chosen = welcome->party};
    return {};
  }

  Effects operator()(TapParty const& tap) {
    auto* const choice = std::get_if<PartyChoice>(&state.page);
    if (choice != nullptr && !choice->welcome.change && is_valid(tap.party))
      choice->chosen = tap.party;
    return {};
  }

  Effects operator()(TapConfirmParty) {
    auto* const choice = std::get_if<PartyChoice>(&state.page);
    if (choice == nullptr || choice->welcome.change) return {};
    if (choice->chosen == choice->welcome.party) return (*this)(TapBack{});
    return amend(state, choice->welcome, choice->chosen, choice->welcome.first_time);
  }

  Effects operator()(TapMistake) {
    auto* const welcome = std::get_if<Welcome>(&state.page);
    if (welcome == nullptr || welcome->change) return {};
    auto const waiting = ask_store(state);
    welcome->change =
        Change{.waiting = waiting, .party = welcome->party, .first_time = welcome->first_time};
    return {UndoVisit{waiting.request, welcome->visit}};
  }

  Effects operator()(TapDone) {
    if (changeable(state.page) != nullptr || std::holds_alternative<Apology>(state.page))
      rest(state);
    return {};
  }

  Effects operator()(TapBack) {
    if (auto const* const choice = std::get_if<PartyChoice>(&state.page)) {
      if (!choice->welcome.change) state.page = Welcome(choice->welcome);
    } else if (std::holds_alternative<Languages>(state.page) ||
               std::holds_alternative<Knowledge>(state.page)) {
      state.page = Home{};
    }
    return {};
  }

  Effects operator()(TapLanguages) {
    if (is_quiet_home(state.page)) state.page = Languages{};
    return {};
  }

  Effects operator()(TapLanguage tap) {
    state.preferences.language = tap.language;
    if (std::holds_alternative<Languages>(state.page)) state.page = Home{};
    return {};
  }

  Effects operator()(TapTextSize) {
    auto& size = state.preferences.text_size;
    size = size == TextSize::Normal ? TextSize::Large : TextSize::Normal;
    return {};
  }

  Effects operator()(TapTheme) {
    auto& theme = state.preferences.theme;
    switch (theme) {
      case Theme::Light:
        theme = Theme::HighContrast;
        break;
      case Theme::HighContrast:
        theme = Theme::Dark;
        break;
      case Theme::Dark:
        theme = Theme::Light;
        break;
    }
    return {};
  }

  Effects operator()(TapReach) {
    auto& reach = state.preferences.reach;
    reach = reach == Reach::Everywhere ? Reach::LowerHalf : Reach::Everywhere;
    return {};
  }

  Effects operator()(TapKnowledge) {
    if (is_quiet_home(state.page)) state.page = Knowledge{};
    return {};
  }

  Effects operator()(TapStillHere) {
    state.last_touch_ms = state.now.uptime_ms;
    state.warned_at_ms.reset();
    return {};
  }

  // The warning stays under the finger that lands on it, or the finger would press what lies below;
  // it only begins anew.
  Effects operator()(Touched) {
    state.last_touch_ms = state.now.uptime_ms;
    if (state.warned_at_ms) state.warned_at_ms = state.now.uptime_ms;
    return {};
  }

  Effects operator()(Tick) {
    if (std::holds_alternative<OutOfOrder>(state.page) && can_count(state)) rest(state);
    if (is_quiet_home(state.page) && !can_count(state)) rest(state);
    auto const deadline = next_deadline(state);
    if (deadline && deadline->at_ms <= state.now.uptime_ms) meet(state, deadline->kind);
    if (!state.is_store_well) return {MendStore{}};
    return tidy_when_due(state);
  }

  // A visit stored after we had given up on it was never welcomed: take it out again.
  Effects operator()(VisitStored const& stored) {
    auto const* const home = std::get_if<Home>(&state.page);
    auto const* const welcome = welcome_of(state.page);
    if (welcome != nullptr && welcome->visit == stored.visit) return {};  // told twice
    if (home == nullptr || !home->check_in || home->check_in->request != stored.request)
      return {UndoVisit{++state.last_request, stored.visit}};
    state.page = Welcome{.visit = stored.visit};
    state.last_touch_ms = state.now.uptime_ms;
    state.warned_at_ms.reset();
    return {};
  }

  Effects operator()(VisitAmended const& amended) {
    auto const* const welcome = welcome_of(state.page);
    if (welcome == nullptr || !answers(welcome->change, amended.request)) return {};
    state.page = Welcome{.visit = welcome->visit,
                         .party = welcome->change->party,
                         .first_time = welcome->change->first_time};
    return {};
  }

  Effects operator()(VisitUndone const& undone) {
    auto const* const welcome = std::get_if<Welcome>(&state.page);
    if (welcome == nullptr || !answers(welcome->change, undone.request)) return {};
    state.page = Home{.is_undone = true};
    return {};
  }

  Effects operator()(StoreRefused const& refused) {
    auto const* const home = std::get_if<Home>(&state.page);
    auto const* const welcome = welcome_of(state.page);
    bool const is_check_in =
        home != nullptr && home->check_in && home->check_in->request == refused.request;
    bool const is_change = welcome != nullptr && answers(welcome->change, refused.request);
    if (is_check_in || is_change) meet(state, Deadline::Kind::GiveUp);
    return {};
  }

  Effects operator()(StoreLost) {
    state.is_store_well = false;
    rest(state);
    return {};
  }

  Effects operator()(StoreMended) {
    state.is_store_well = true;
    state.tidied.reset();  // what was asked of a lost store was not done
    rest(state);
    return {};
  }
};

}  // namespace

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
  return std::visit(Updater{state}, action);
}

}  // namespace inloop::core
