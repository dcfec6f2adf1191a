#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"
#include "tests/core/sample_sessions.h"

using namespace inloop::core;
using inloop::test::Bench;
using inloop::test::session_at;

namespace {

std::vector<Token> six_tokens() {
  std::vector<Token> tokens;
  for (int i = 0; i < tokens_to_choose_from; ++i)
    tokens.push_back({.picture = i, .colour = all_token_colours[static_cast<std::size_t>(i)]});
  return tokens;
}

// Looking at the session with id 1 of today.
Bench bench_at(Session const& session) {
  Bench bench;
  bench.state.agenda = {session};
  bench.happen(TapActivities{});
  bench.happen(TapSession{session.id});
  return bench;
}

Bench bench_choosing(Session const& session) {
  auto bench = bench_at(session);
  bench.happen(TapJoin{});
  bench.happen(TokensDrawn{bench.last<DrawTokens>().request, six_tokens()});
  return bench;
}

}  // namespace

TEST_CASE("the agenda is read at the start, after midnight and every hour, not each minute") {
  Bench bench;
  bench.happen(Tick{});
  CHECK(bench.last<LoadAgenda>().from == bench.now.local.date);
  bench.pass(60'000);
  bench.happen(Tick{});
  CHECK(bench.count<LoadAgenda>() == 1);
  bench.pass(60 * 60'000);
  bench.happen(Tick{});
  CHECK(bench.count<LoadAgenda>() == 2);
  bench.now.local.date = Date{std::chrono::year{2026} / 11 / 24};
  bench.happen(Tick{});
  CHECK(bench.last<LoadAgenda>().from == bench.now.local.date);
}

TEST_CASE("an agenda of another day is not shown") {
  Bench bench;
  bench.happen(AgendaLoaded{Date{std::chrono::year{2026} / 11 / 22}, {session_at(1, 22, 600)}});
  CHECK(bench.state.agenda.empty());
  bench.happen(AgendaLoaded{bench.now.local.date, {session_at(1, 23, 600)}});
  CHECK(bench.state.agenda.size() == 1);
}

TEST_CASE("from home to a finished sign-up takes five taps at most") {
  Bench bench;
  bench.state.agenda = {session_at(1, 23, 14 * 60)};
  int taps = 0;
  auto const tap = [&](auto const& action) {
    ++taps;
    bench.happen(action);
  };
  tap(TapActivities{});
  tap(TapSession{1});
  tap(TapJoin{});
  bench.happen(TokensDrawn{bench.last<DrawTokens>().request, six_tokens()});
  tap(TapToken{2});
  tap(TapConfirmToken{});
  auto const asked = bench.last<StoreSignUp>();
  CHECK(asked.session == 1);
  CHECK(asked.token == six_tokens()[2]);
  CHECK(asked.when_full == WhenFull::Refuse);
  bench.happen(SignUpStored{asked.request, 1, *asked.token, {}});
  CHECK(bench.page<SignedUp>().token == six_tokens()[2]);
  CHECK(bench.last<PlaySound>().sound == Sound::Confirmed);
  CHECK(bench.count<LoadAgenda>() == 1);
  CHECK(taps <= 5);
}

TEST_CASE("the first picture is chosen already, so that one tap less is enough") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapConfirmToken{});
  CHECK(bench.last<StoreSignUp>().token == six_tokens()[0]);
}

TEST_CASE("other pictures can be had, and a choice outside them is none") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapToken{17});
  CHECK(bench.page<TokenChoice>().chosen == 0);
  bench.happen(TapOtherTokens{});
  CHECK(bench.count<DrawTokens>() == 2);
  bench.happen(TapToken{1});  // nothing can be chosen while others are on their way
  CHECK(bench.page<TokenChoice>().chosen == 0);
  bench.happen(TokensDrawn{bench.last<DrawTokens>().request, {Token{.picture = 9}}});
  CHECK(bench.page<TokenChoice>().offered == std::vector{Token{.picture = 9}});
}

TEST_CASE("who takes the last place second is told kindly and can wait with the same picture") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapConfirmToken{});
  bench.happen(SignUpRefused{bench.last<StoreSignUp>().request, SignUpProblem::Full});
  CHECK(bench.page<JustFull>().token == six_tokens()[0]);
  bench.happen(TapWait{});
  auto const asked = bench.last<StoreSignUp>();
  CHECK(asked.token == six_tokens()[0]);
  CHECK(asked.when_full == WhenFull::Wait);
  bench.happen(SignUpStored{asked.request, 1, *asked.token, {.waiting_number = 1}});
  CHECK(bench.page<SignedUp>().place.is_waiting());
}

TEST_CASE("a full session is joined on its waiting list at once") {
  auto session = session_at(1, 23, 14 * 60);
  session.taken = 8;
  auto bench = bench_choosing(session);
  bench.happen(TapConfirmToken{});
  CHECK(bench.last<StoreSignUp>().when_full == WhenFull::Wait);
}

TEST_CASE("a picture that was taken in the same moment leads to new ones") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapConfirmToken{});
  bench.happen(SignUpRefused{bench.last<StoreSignUp>().request, SignUpProblem::TokenTaken});
  CHECK(bench.count<DrawTokens>() == 2);
  bench.happen(TokensDrawn{bench.last<DrawTokens>().request, six_tokens()});
  bench.page<TokenChoice>();
}

TEST_CASE("a session that is gone says how it stands now") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapConfirmToken{});
  bench.happen(SignUpRefused{bench.last<StoreSignUp>().request, SignUpProblem::Gone});
  bench.page<SessionDetail>();
  CHECK(bench.count<LoadAgenda>() == 1);
}

TEST_CASE("nobody can join what is cancelled, over, started or open to everybody") {
  auto cancelled = session_at(1, 23, 14 * 60);
  cancelled.state = SessionState::Cancelled;
  for (auto const& session : {cancelled, session_at(1, 23, 7 * 60), session_at(1, 23, 9 * 60),
                              session_at(1, 23, 14 * 60, SignUpMode::Open),
                              session_at(1, 23, 14 * 60, SignUpMode::Anonymous)}) {
    auto bench = bench_at(session);
    bench.happen(TapJoin{});
    bench.page<SessionDetail>();
    CHECK(bench.count<DrawTokens>() == 0);
  }
}

TEST_CASE("a name list asks for a first name and lets the store draw the picture") {
  auto bench = bench_at(session_at(1, 23, 14 * 60, SignUpMode::Name));
  bench.happen(TapJoin{});
  for (auto const* const letter : {"a", "n", "n", "e"}) bench.happen(TapKey{letter});
  CHECK(bench.page<NameEntry>().typed == "Anne");
  bench.happen(TapErase{});
  bench.happen(TapKey{"a"});
  bench.happen(TapConfirmName{});
  auto const asked = bench.last<StoreSignUp>();
  CHECK(asked.first_name == "Anna");
  CHECK_FALSE(asked.token.has_value());
  bench.happen(SignUpStored{asked.request, 1, Token{.picture = 3}, {}});
  CHECK(bench.page<SignedUp>().token == Token{.picture = 3});
}

TEST_CASE("a name that is none stays in the field with the reason") {
  auto bench = bench_at(session_at(1, 23, 14 * 60, SignUpMode::Name));
  bench.happen(TapJoin{});
  bench.happen(TapConfirmName{});
  CHECK(bench.page<NameEntry>().problem == NameProblem::Empty);
  for (int i = 0; i <= most_name_characters; ++i) bench.happen(TapKey{"é"});
  CHECK(bench.page<NameEntry>().problem == NameProblem::TooLong);
  CHECK(bench.page<NameEntry>().typed.size() == std::size_t{2 * most_name_characters});
  CHECK(bench.count<StoreSignUp>() == 0);
}

TEST_CASE("a syllable takes the place of the letter before it") {
  auto bench = bench_at(session_at(1, 23, 14 * 60, SignUpMode::Name));
  bench.happen(TapJoin{});
  bench.happen(TapKey{"ሰ"});
  bench.happen(TapScroll{18});
  bench.happen(TapReplace{"ሳ"});
  CHECK(bench.page<NameEntry>().first_key == 0);  // what the letter can become stands first
  bench.happen(TapKey{"ራ"});
  CHECK(bench.page<NameEntry>().typed == "ሳራ");
}

TEST_CASE("what one likes shows such activities of the whole week, and nothing is kept of it") {
  Bench bench;
  bench.happen(TapActivities{});
  bench.happen(TapLikes{});
  bench.happen(TapLike{ActivityKind::Cooking});
  CHECK(bench.page<Activities>() == Activities{.span = Span::Week, .liked = ActivityKind::Cooking});
  bench.happen(TapBack{});
  bench.page<Likes>();
  CHECK(bench.effects.empty());
}

TEST_CASE("the way back goes step by step and keeps the place in the list") {
  auto bench = bench_at(session_at(1, 23, 14 * 60));
  bench.happen(TapBack{});
  bench.happen(TapSpan{Span::Week});
  bench.happen(TapScroll{6});
  bench.happen(TapSession{1});
  bench.happen(TapMySignUp{});
  bench.happen(TapBack{});
  bench.page<SessionDetail>();
  bench.happen(TapBack{});
  CHECK(bench.page<Activities>() == Activities{.span = Span::Week, .first = 6});
  bench.happen(TapBack{});
  bench.page<Home>();
}

TEST_CASE("what starts next can be looked at from home, and leads back home") {
  Bench bench;
  bench.state.agenda = {session_at(1, 23, 14 * 60)};
  bench.happen(TapSession{1});
  bench.page<SessionDetail>();
  bench.happen(TapBack{});
  bench.page<Home>();
}

TEST_CASE(
    "a sign-up in the middle is discarded after the warning, and nothing stays on the glass") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.pass(idle_ms);
  bench.happen(Tick{});
  CHECK(bench.state.warned_at_ms.has_value());
  bench.pass(warning_ms);
  bench.happen(Tick{});
  CHECK(bench.page<Home>() == Home{});
  CHECK(bench.count<StoreSignUp>() == 0);
}

TEST_CASE("a store that does not answer a sign-up in time is an apology") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapConfirmToken{});
  bench.pass(store_patience_ms);
  bench.happen(Tick{});
  bench.page<Apology>();
  CHECK(bench.last<PlaySound>().sound == Sound::AskHost);
}

TEST_CASE("a sign-up that is stored after the apology is taken out again") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.happen(TapConfirmToken{});
  auto const asked = bench.last<StoreSignUp>();
  bench.pass(store_patience_ms);
  bench.happen(Tick{});
  bench.happen(SignUpStored{asked.request, 1, *asked.token, {}});
  bench.page<Apology>();
  CHECK(bench.last<CancelSignUp>().token == *asked.token);
  CHECK(bench.last<CancelSignUp>().session == 1);
}

TEST_CASE("a key for the way back only ends the warning that stands before the page") {
  auto bench = bench_choosing(session_at(1, 23, 14 * 60));
  bench.pass(idle_ms);
  bench.happen(Tick{});
  bench.happen(TapBack{});
  CHECK_FALSE(bench.state.warned_at_ms.has_value());
  bench.page<TokenChoice>();
}
