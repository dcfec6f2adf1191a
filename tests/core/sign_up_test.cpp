#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"
#include "tests/core/sample_sessions.h"

using namespace inloop::core;
using inloop::test::Bench;
using inloop::test::session_at;

namespace {

constexpr Token owl{.picture = 0, .colour = TokenColour::Green};

// With the green owl in hand, looking at its sign-up.
Bench bench_found(Place place = {}) {
  Bench bench;
  bench.state.agenda = {session_at(1, 23, 14 * 60)};
  bench.happen(TapSession{1});
  bench.happen(TapMySignUp{});
  bench.happen(TapTokenPicture{owl.picture});
  bench.happen(TapTokenColour{owl.colour});
  bench.happen(SignUpFound{bench.last<FindSignUp>().request, place});
  return bench;
}

}  // namespace

TEST_CASE("a sign-up is found again by its picture and its colour") {
  auto const bench = bench_found({.has_moved_up = true});
  CHECK(bench.last<FindSignUp>().token == owl);
  auto const page = bench.page<SignedUp>();
  CHECK(page.token == owl);
  CHECK_FALSE(page.is_new);
  CHECK(page.place.has_moved_up);
}

TEST_CASE("a picture that nobody has can be tried in another colour") {
  Bench bench;
  bench.state.agenda = {session_at(1, 23, 14 * 60)};
  bench.happen(TapSession{1});
  bench.happen(TapMySignUp{});
  bench.happen(TapTokenPicture{5});
  bench.happen(TapTokenColour{TokenColour::Red});
  bench.happen(SignUpRefused{bench.last<FindSignUp>().request, SignUpProblem::Unknown});
  CHECK(bench.page<TokenColours>().is_unknown);
  bench.happen(TapTokenColour{TokenColour::Blue});
  CHECK_FALSE(bench.page<TokenColours>().is_unknown);
  CHECK(bench.count<FindSignUp>() == 2);
}

TEST_CASE("a picture that does not exist is no choice") {
  Bench bench;
  bench.state.agenda = {session_at(1, 23, 14 * 60)};
  bench.happen(TapSession{1});
  bench.happen(TapMySignUp{});
  bench.happen(TapTokenPicture{400});
  bench.page<TokenPictures>();
}

TEST_CASE("who is not coming gives the place free, and can change their mind") {
  auto bench = bench_found();
  bench.happen(TapStopComing{});
  auto const asked = bench.last<CancelSignUp>();
  CHECK(asked.token == owl);
  bench.page<SignedUp>();  // until it is durable
  bench.happen(SignUpCancelled{asked.request});
  bench.page<SignUpEnded>();
  CHECK(bench.count<LoadAgenda>() == 1);
  bench.happen(TapJoin{});
  CHECK(bench.last<DrawTokens>().session == 1);
}

TEST_CASE("a sign-up that was gone already is over all the same") {
  auto bench = bench_found();
  bench.happen(TapStopComing{});
  bench.happen(SignUpRefused{bench.last<CancelSignUp>().request, SignUpProblem::Unknown});
  bench.page<SignUpEnded>();
}

TEST_CASE("the token goes from the glass by itself") {
  auto bench = bench_found();
  bench.pass(remember_ms);
  bench.happen(Tick{});
  CHECK(bench.page<Home>() == Home{});
}

TEST_CASE("what one takes home holds the token when there is one, and never a name") {
  auto bench = bench_found();
  bench.happen(TapTakeAlong{});
  auto const asked = bench.last<MakeTakeAlong>();
  CHECK(asked.what.token == owl);
  CHECK(asked.what.session.id == 1);
  bench.happen(TakeAlongMade{asked.request, "BEGIN:VCALENDAR"});
  CHECK(bench.page<TakeAlong>().calendar_text == "BEGIN:VCALENDAR");
  bench.happen(TapBack{});
  CHECK(bench.page<SignedUp>().token == owl);
}

TEST_CASE("a session can be taken home without signing up") {
  Bench bench;
  bench.state.agenda = {session_at(1, 23, 14 * 60)};
  bench.happen(TapSession{1});
  bench.happen(TapTakeAlong{});
  CHECK_FALSE(bench.last<MakeTakeAlong>().what.token.has_value());
  bench.happen(TakeAlongMade{bench.last<MakeTakeAlong>().request, "BEGIN:VCALENDAR"});
  bench.happen(TapBack{});
  bench.page<SessionDetail>();
}

TEST_CASE("a dead printer is told and does not keep anybody waiting") {
  auto bench = bench_found();
  bench.happen(TapTakeAlong{});
  bench.happen(TakeAlongMade{bench.last<MakeTakeAlong>().request, "BEGIN:VCALENDAR"});
  bench.happen(TapPrint{});
  CHECK(bench.page<TakeAlong>().printing == Printing::Busy);
  bench.happen(TapPrint{});
  CHECK(bench.count<PrintSlip>() == 1);
  bench.happen(SlipFailed{bench.last<PrintSlip>().request});
  CHECK(bench.page<TakeAlong>().printing == Printing::Failed);
  bench.happen(TapPrint{});
  bench.happen(SlipPrinted{bench.last<PrintSlip>().request});
  CHECK(bench.page<TakeAlong>().printing == Printing::Done);
  bench.happen(TapDone{});
  bench.page<Home>();
}
