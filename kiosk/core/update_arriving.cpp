#include "kiosk/core/handlers.h"
#include "kiosk/core/time_out.h"

namespace inloop::core {
namespace {

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

Effects amend(State& state, Welcome& welcome, Party party, FirstTime first_time) {
  auto const waiting = ask_store(state);
  welcome.change = Change{.waiting = waiting, .party = party, .first_time = first_time};
  return {AmendVisit{waiting.request, welcome.visit, party, first_time}};
}

// Somebody is in the middle of something here, and would lose it. The host's room is not kept open
// behind a card: it locks.
bool is_worth_returning_to(Page const& page) {
  return !host::is_host_page(page) && !std::holds_alternative<Home>(page) &&
         !std::holds_alternative<Welcome>(page) && !std::holds_alternative<Apology>(page) &&
         !std::holds_alternative<CallHeard>(page) && !std::holds_alternative<Farewell>(page) &&
         !std::holds_alternative<SignUpEnded>(page) && !std::holds_alternative<CardNotRead>(page) &&
         !std::holds_alternative<NoVoice>(page);
}

// A card is as good as the button, on every page: it waits its turn, and then interrupts.
Effects take_card(State& state, CardTap const& tap) {
  if (!can_count(state)) return {PlaySound{Sound::AskHost}};
  bool const is_welcome_new = std::holds_alternative<Welcome>(state.page) &&
                              state.now.uptime_ms - state.last_touch_ms < card_turn_ms;
  if (waiting_of(state.page) || is_welcome_new) {
    if (state.cards.size() >= most_card_taps) return {PlaySound{Sound::AskHost}};
    state.cards.push_back(tap);
    return {};
  }
  if (is_worth_returning_to(state.page)) interrupt(state);
  auto const waiting = ask_store(state);
  state.page = Home{.check_in = waiting, .channel = Channel::Card};
  state.last_touch_ms = state.now.uptime_ms;
  state.warned_at_ms.reset();
  Visit const visit{.arrived = state.now.local, .party = {}, .channel = Channel::Card};
  if (tap.card) return {StoreCardVisit{waiting.request, visit, *tap.card}};
  return {StoreVisit{waiting.request, visit}};
}

}  // namespace

Effects handle(State& state, TapCheckIn) {
  if (idle_page<Home>(state) == nullptr || !can_count(state)) return {};
  auto const waiting = ask_store(state);
  state.page = Home{.check_in = waiting};
  return {StoreVisit{waiting.request, Visit{.arrived = state.now.local, .party = {}}}};
}

Effects handle(State& state, TapFirstTime tap) {
  auto* const welcome = changeable(state.page);
  if (welcome == nullptr || welcome->first_time == tap.answer) return {};
  return amend(state, *welcome, welcome->party, tap.answer);
}

Effects handle(State& state, TapMorePeople) {
  auto const* const welcome = idle_page<Welcome>(state);
  if (welcome != nullptr) state.page = PartyChoice{.welcome = *welcome, .chosen = welcome->party};
  return {};
}

Effects handle(State& state, TapParty const& tap) {
  auto* const choice = idle_page<PartyChoice>(state);
  if (choice != nullptr && is_valid(tap.party)) choice->chosen = tap.party;
  return {};
}

Effects handle(State& state, TapConfirmParty) {
  auto* const choice = idle_page<PartyChoice>(state);
  if (choice == nullptr) return {};
  if (choice->chosen == choice->welcome.party) return handle(state, TapBack{});
  return amend(state, choice->welcome, choice->chosen, choice->welcome.first_time);
}

Effects handle(State& state, TapMistake) {
  auto* const welcome = idle_page<Welcome>(state);
  if (welcome == nullptr) return {};
  auto const waiting = ask_store(state);
  welcome->change =
      Change{.waiting = waiting, .party = welcome->party, .first_time = welcome->first_time};
  return {UndoVisit{waiting.request, welcome->visit}};
}

Effects handle(State& state, CardTapped const& tapped) {
  return take_card(state, {.card = tapped.card});
}

Effects handle(State& state, AnonymousCardTapped) {
  return take_card(state, {});
}

Effects handle(State& state, CardRefused) {
  if (waiting_of(state.page) || !can_count(state)) return {};
  if (is_worth_returning_to(state.page)) interrupt(state);
  state.page = CardNotRead{};
  state.last_touch_ms = state.now.uptime_ms;
  state.warned_at_ms.reset();
  return {PlaySound{Sound::AskHost}};
}

Effects handle(State& state, ReaderReady) {
  state.is_reader_ready = true;
  return {};
}

Effects handle(State& state, ReaderLost) {
  state.is_reader_ready = false;
  return {};
}

// A visit stored after we had given up on it was never welcomed: take it out again.
Effects handle(State& state, VisitStored const& stored) {
  auto const* const welcome = welcome_of(state.page);
  if (welcome != nullptr && welcome->visit == stored.visit) return {};  // told twice
  auto const* const home = std::get_if<Home>(&state.page);
  if (home == nullptr || !is_answered(state.page, stored.request))
    return {UndoVisit{++state.last_request, stored.visit}};
  state.page =
      Welcome{.visit = stored.visit, .first_time = stored.first_time, .channel = home->channel};
  state.last_touch_ms = state.now.uptime_ms;
  state.warned_at_ms.reset();
  return {PlaySound{Sound::Confirmed}};
}

Effects handle(State& state, CardKnown const& known) {
  if (!is_answered(state.page, known.request)) return {};
  state.page = Home{.note = HomeNote::AlreadyCounted};
  state.last_touch_ms = state.now.uptime_ms;
  return {};
}

Effects handle(State& state, VisitAmended const& amended) {
  auto* const welcome = welcome_of(state.page);
  if (welcome == nullptr || !is_answered(state.page, amended.request)) return {};
  auto changed = *welcome;
  changed.party = welcome->change->party;
  changed.first_time = welcome->change->first_time;
  changed.change.reset();
  state.page = changed;
  return {};
}

Effects handle(State& state, VisitUndone const& undone) {
  if (!std::holds_alternative<Welcome>(state.page) || !is_answered(state.page, undone.request))
    return {};
  if (state.interrupted)
    leave(state);
  else
    state.page = Home{.note = HomeNote::Undone};
  return {};
}

}  // namespace inloop::core
