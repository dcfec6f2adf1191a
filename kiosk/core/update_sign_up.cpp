#include "kiosk/core/handlers.h"

namespace inloop::core {
namespace {

std::optional<TakeHome> take_home(State const& state, Selected const& at,
                                  std::optional<Token> token) {
  auto const* const session = find_session(state, at.session);
  if (session == nullptr) return std::nullopt;
  return TakeHome{.session = *session, .token = token, .language = state.preferences.language};
}

template <class PageKind>
Effects make_take_along(State& state, PageKind& page, std::optional<Token> token) {
  auto const what = take_home(state, page.at, token);
  if (!what) return {};
  page.waiting = ask_store(state);
  return {MakeTakeAlong{page.waiting->request, *what}};
}

std::optional<Token> token_of(TakeAlong const& page) {
  return page.signed_up ? std::optional(page.signed_up->token) : std::nullopt;
}

// The page may be waiting behind somebody's card.
void note_printing(State& state, RequestId request, Printing printing) {
  auto* page = std::get_if<TakeAlong>(&state.page);
  if (page == nullptr && state.interrupted) page = std::get_if<TakeAlong>(&state.interrupted->page);
  if (page != nullptr && page->print_request == request) page->printing = printing;
}

}  // namespace

Effects handle(State& state, TapMySignUp) {
  if (auto const* const detail = idle_page<SessionDetail>(state))
    state.page = TokenPictures{.at = detail->at};
  return {};
}

Effects handle(State& state, TapTokenPicture tap) {
  auto const* const pictures = std::get_if<TokenPictures>(&state.page);
  if (pictures != nullptr && is_valid(Token{.picture = tap.picture}))
    state.page = TokenColours{.at = pictures->at, .picture = tap.picture};
  return {};
}

Effects handle(State& state, TapTokenColour tap) {
  auto* const colours = idle_page<TokenColours>(state);
  if (colours == nullptr) return {};
  Token const token{.picture = colours->picture, .colour = tap.colour};
  colours->waiting = ask_store(state);
  colours->chosen = tap.colour;
  colours->is_unknown = false;
  return {FindSignUp{colours->waiting->request, colours->at.session, token}};
}

Effects handle(State& state, SignUpFound const& found) {
  auto const* const colours = std::get_if<TokenColours>(&state.page);
  if (colours == nullptr || !is_answered(state.page, found.request)) return {};
  state.page = SignedUp{.at = colours->at,
                        .token = {.picture = colours->picture, .colour = colours->chosen},
                        .place = found.place,
                        .is_new = false};
  return {};
}

Effects handle(State& state, TapStopComing) {
  auto* const signed_up = idle_page<SignedUp>(state);
  if (signed_up == nullptr) return {};
  signed_up->waiting = ask_store(state);
  return {CancelSignUp{signed_up->waiting->request, signed_up->at.session, signed_up->token}};
}

Effects handle(State& state, SignUpCancelled const& cancelled) {
  auto const* const signed_up = std::get_if<SignedUp>(&state.page);
  if (signed_up == nullptr || !is_answered(state.page, cancelled.request))
    return {LoadAgenda{state.now.local.date}};
  state.page = SignUpEnded{.at = Selected(signed_up->at)};
  state.last_touch_ms = state.now.uptime_ms;
  return {PlaySound{Sound::Confirmed}, LoadAgenda{state.now.local.date}};
}

Effects handle(State& state, TapTakeAlong) {
  if (auto* const detail = idle_page<SessionDetail>(state))
    return make_take_along(state, *detail, std::nullopt);
  if (auto* const signed_up = idle_page<SignedUp>(state))
    return make_take_along(state, *signed_up, signed_up->token);
  return {};
}

Effects handle(State& state, TakeAlongMade const& made) {
  if (!is_answered(state.page, made.request)) return {};
  if (auto const* const detail = std::get_if<SessionDetail>(&state.page)) {
    state.page = TakeAlong{.at = Selected(detail->at), .calendar_text = made.calendar_text};
  } else if (auto const* const signed_up = std::get_if<SignedUp>(&state.page)) {
    auto before = *signed_up;
    before.waiting.reset();
    state.page =
        TakeAlong{.at = before.at, .signed_up = before, .calendar_text = made.calendar_text};
  }
  return {};
}

Effects handle(State& state, TapPrint) {
  auto* const page = std::get_if<TakeAlong>(&state.page);
  if (page == nullptr || page->printing == Printing::Busy || !state.settings.has_printer) return {};
  auto const what = take_home(state, page->at, token_of(*page));
  if (!what) return {};
  page->print_request = ++state.last_request;
  page->printing = Printing::Busy;
  return {PrintSlip{page->print_request, *what, page->calendar_text}};
}

Effects handle(State& state, SlipPrinted const& printed) {
  note_printing(state, printed.request, Printing::Done);
  return {};
}

Effects handle(State& state, SlipFailed const& failed) {
  note_printing(state, failed.request, Printing::Failed);
  return {};
}

}  // namespace inloop::core
