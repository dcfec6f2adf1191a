#include <algorithm>

#include "kiosk/core/handlers.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/keyboard.h"

namespace inloop::core {
namespace {

// What is full by now can only be waited for.
WhenFull when_full(State const& state, SessionId id) {
  auto const* const session = find_session(state, id);
  auto const is_full =
      session != nullptr && standing_of(*session, state.now.local) == Standing::Full;
  return is_full ? WhenFull::Wait : WhenFull::Refuse;
}

bool can_be_joined(State const& state, Session const& session) {
  auto const standing = standing_of(session, state.now.local);
  return standing == Standing::HasPlaces || standing == Standing::Full;
}

template <class PageKind>
Effects draw_tokens(State& state, PageKind& page) {
  page.waiting = ask_store(state);
  return {DrawTokens{page.waiting->request, page.at.session}};
}

template <class PageKind>
Effects sign_up(State& state, PageKind& page, std::optional<Token> token,
                std::optional<std::string> first_name, WhenFull when_full) {
  page.waiting = ask_store(state);
  return {StoreSignUp{.request = page.waiting->request,
                      .session = page.at.session,
                      .token = token,
                      .first_name = std::move(first_name),
                      .when_full = when_full,
                      .now = state.now.local}};
}

// What the page had chosen when the last place went.
JustFull just_full(TokenChoice const& page) {
  return {.at = page.at, .token = page.offered.at(static_cast<std::size_t>(page.chosen))};
}
JustFull just_full(NameEntry const& page) {
  return {.at = page.at, .first_name = page.typed};
}
JustFull just_full(JustFull const& page) {
  return {.at = page.at, .token = page.token, .first_name = page.first_name};
}

LoadAgenda agenda_again(State const& state) {
  return {state.now.local.date};
}

// The page that asked for the sign-up, told that no place was left.
Effects tell_full(State& state) {
  if (auto const* const choice = std::get_if<TokenChoice>(&state.page))
    state.page = just_full(*choice);
  else if (auto const* const entry = std::get_if<NameEntry>(&state.page))
    state.page = just_full(*entry);
  else if (auto const* const full = std::get_if<JustFull>(&state.page))
    state.page = just_full(*full);
  return {agenda_again(state)};
}

std::optional<Selected> selected_on(Page const& page) {
  return std::visit(
      [](auto const& one) -> std::optional<Selected> {
        if constexpr (requires { one.at; }) return one.at;
        return std::nullopt;
      },
      page);
}

void type(NameEntry& entry, std::string const& text) {
  auto const typed = entry.typed + text;
  entry.problem.reset();
  if (count_characters(typed) > most_name_characters)
    entry.problem = NameProblem::TooLong;
  else
    entry.typed = typed;
  // What a letter can become stands before all other keys.
  if (!syllables_of(last_character(entry.typed)).empty()) entry.first_key = 0;
}

}  // namespace

Effects handle(State& state, TapActivities) {
  if (idle_page<Home>(state) != nullptr || std::holds_alternative<Activities>(state.page))
    state.page = Activities{};
  return {};
}

Effects handle(State& state, TapSpan tap) {
  if (auto* const activities = std::get_if<Activities>(&state.page)) {
    activities->span = tap.span;
    activities->first = 0;
  }
  return {};
}

Effects handle(State& state, TapScroll tap) {
  auto const first = std::max(tap.first, 0);
  if (host::is_host_page(state.page)) return host::scroll_to(state, first);
  if (auto* const activities = std::get_if<Activities>(&state.page))
    activities->first = first;
  else if (auto* const pictures = std::get_if<TokenPictures>(&state.page))
    pictures->first = first;
  else if (auto* const entry = std::get_if<NameEntry>(&state.page))
    entry->first_key = first;
  else if (auto* const released = std::get_if<Released>(&state.page))
    released->first_line = first;
  else if (auto* const knowledge = std::get_if<Knowledge>(&state.page))
    knowledge->first = first;
  return {};
}

Effects handle(State& state, TapLikes) {
  if (std::holds_alternative<Activities>(state.page)) state.page = Likes{};
  return {};
}

Effects handle(State& state, TapLike tap) {
  if (std::holds_alternative<Likes>(state.page))
    state.page = Activities{.span = Span::Week, .liked = tap.kind};
  return {};
}

Effects handle(State& state, TapSession tap) {
  if (find_session(state, tap.session) == nullptr) return {};
  if (auto const* const activities = std::get_if<Activities>(&state.page))
    state.page = SessionDetail{.at = {.from = *activities, .session = tap.session}};
  else if (idle_page<Home>(state) != nullptr || idle_page<Welcome>(state) != nullptr)
    state.page = SessionDetail{.at = {.from = std::nullopt, .session = tap.session}};
  return {};
}

Effects handle(State& state, TapJoin) {
  if (auto const* const ended = std::get_if<SignUpEnded>(&state.page))
    state.page = SessionDetail{.at = ended->at};
  auto* const detail = idle_page<SessionDetail>(state);
  auto const* const session = detail == nullptr ? nullptr : find_session(state, detail->at.session);
  if (session == nullptr || !can_be_joined(state, *session)) return {};
  if (session->activity.sign_up == SignUpMode::Token) return draw_tokens(state, *detail);
  state.page = NameEntry{.at = detail->at, .when_full = when_full(state, session->id)};
  return {};
}

Effects handle(State& state, TokensDrawn const& drawn) {
  if (!is_answered(state.page, drawn.request)) return {};
  auto const at = selected_on(state.page);
  if (!at || drawn.tokens.empty()) return give_up(state);
  state.page =
      TokenChoice{.at = *at, .when_full = when_full(state, at->session), .offered = drawn.tokens};
  return {};
}

Effects handle(State& state, TapToken tap) {
  auto* const choice = idle_page<TokenChoice>(state);
  if (choice != nullptr && tap.chosen >= 0 && tap.chosen < static_cast<int>(choice->offered.size()))
    choice->chosen = tap.chosen;
  return {};
}

Effects handle(State& state, TapOtherTokens) {
  auto* const choice = idle_page<TokenChoice>(state);
  return choice != nullptr ? draw_tokens(state, *choice) : Effects{};
}

Effects handle(State& state, TapConfirmToken) {
  auto* const choice = idle_page<TokenChoice>(state);
  if (choice == nullptr) return {};
  auto const token = choice->offered.at(static_cast<std::size_t>(choice->chosen));
  return sign_up(state, *choice, token, std::nullopt, choice->when_full);
}

Effects handle(State& state, TapKey const& tap) {
  if (auto* const entry = idle_page<NameEntry>(state))
    type(*entry,
         entry->typed.empty() ? with_capital(tap.text, state.preferences.language) : tap.text);
  auto* const field = host::field_of(state);
  if (field == nullptr) return host::type_digit(state, tap.text);
  host::type(*field, tap.text, state.preferences.language);
  return {};
}

Effects handle(State& state, TapReplace const& tap) {
  if (auto* const entry = idle_page<NameEntry>(state)) {
    entry->typed = without_last_character(entry->typed);
    type(*entry, tap.text);
  }
  if (auto* const field = host::field_of(state)) host::replace(*field, tap.text);
  return {};
}

Effects handle(State& state, TapErase) {
  if (auto* const entry = idle_page<NameEntry>(state)) {
    entry->typed = without_last_character(entry->typed);
    entry->problem.reset();
  }
  auto* const field = host::field_of(state);
  if (field == nullptr) return host::erase_digit(state);
  host::erase(*field);
  return {};
}

Effects handle(State& state, TapMoreKeys) {
  if (auto* const entry = idle_page<NameEntry>(state)) {
    entry->has_more_keys = !entry->has_more_keys;
    entry->first_key = 0;
  }
  if (auto* const field = host::field_of(state)) host::turn_keys(*field);
  return {};
}

Effects handle(State& state, TapConfirmName) {
  auto* const entry = idle_page<NameEntry>(state);
  if (entry == nullptr) return {};
  entry->problem = problem_with_name(entry->typed);
  if (entry->problem) return {};
  return sign_up(state, *entry, std::nullopt, entry->typed, entry->when_full);
}

Effects handle(State& state, TapWait) {
  auto* const full = idle_page<JustFull>(state);
  if (full == nullptr) return {};
  return sign_up(state, *full, full->token, full->first_name, WhenFull::Wait);
}

Effects handle(State& state, AgendaLoaded const& loaded) {
  if (loaded.from != state.now.local.date) return {};
  state.agenda = loaded.sessions;
  state.host_today = loaded.host_today;
  return {};
}

Effects handle(State& state, SignUpStored const& stored) {
  auto const at = selected_on(state.page);
  // Stored after we had given up on it: nobody knows that they have this place.
  if (!at || !is_answered(state.page, stored.request))
    return {CancelSignUp{++state.last_request, stored.session, stored.token}};
  state.page = SignedUp{.at = *at, .token = stored.token, .place = stored.place};
  return {PlaySound{Sound::Confirmed}, agenda_again(state)};
}

Effects handle(State& state, SignUpRefused const& refused) {
  auto const at = selected_on(state.page);
  if (!at || !is_answered(state.page, refused.request)) return {};
  switch (refused.problem) {
    case SignUpProblem::Full:
      return tell_full(state);
    case SignUpProblem::TokenTaken: {
      state.page = SessionDetail{.at = *at};
      return draw_tokens(state, std::get<SessionDetail>(state.page));
    }
    case SignUpProblem::Unknown:
      if (auto* const colours = std::get_if<TokenColours>(&state.page)) {
        colours->waiting.reset();
        colours->is_unknown = true;
      } else {
        state.page = SignUpEnded{.at = *at};
      }
      return {agenda_again(state)};
    case SignUpProblem::Gone:
      state.page = SessionDetail{.at = *at};
      return {agenda_again(state)};
  }
  return {};
}

}  // namespace inloop::core
