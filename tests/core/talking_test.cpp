#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"

using namespace inloop::core;
using inloop::test::Bench;

TEST_CASE("a call is heard by the host and seen by who called") {
  Bench bench;
  bench.happen(TapCall{CallKind::Talk});
  CHECK(bench.page<CallHeard>().kind == CallKind::Talk);
  CHECK(bench.last<PlaySound>().sound == Sound::AskHost);
  CHECK(bench.state.calls.size() == 1);
  bench.pass(farewell_ms);
  bench.happen(Tick{});
  bench.page<Home>();
  CHECK(bench.state.calls.size() == 1);  // it stands until the host comes
}

TEST_CASE("a call can be taken back by who made it") {
  Bench bench;
  bench.happen(TapCall{CallKind::Talk});
  bench.happen(TapDone{});
  bench.happen(TapCall{CallKind::Help});
  bench.happen(TapWithdrawCall{});
  REQUIRE(bench.state.calls.size() == 1);
  CHECK(bench.state.calls[0].kind == CallKind::Talk);
  bench.page<Home>();
}

TEST_CASE("the host answers calls one by one") {
  Bench bench;
  for (auto const kind : {CallKind::Talk, CallKind::Help}) {
    bench.happen(TapCall{kind});
    bench.happen(TapDone{});
  }
  bench.happen(TapCalls{});
  bench.happen(TapAnswerCall{bench.state.calls[0].id});
  bench.page<Calls>();
  bench.happen(TapAnswerCall{bench.state.calls[0].id});
  bench.page<Home>();
  CHECK(bench.state.calls.empty());
}

TEST_CASE("calls are few, are no visitor's, and end with the day") {
  Bench bench;
  for (std::size_t i = 0; i < most_calls + 3; ++i) {
    bench.happen(TapCall{CallKind::Talk});
    bench.happen(TapDone{});
  }
  CHECK(bench.state.calls.size() == most_calls);
  bench.happen(TapCall{CallKind::Help});
  CHECK(bench.state.calls.back().kind == CallKind::Help);
  bench.happen(TapWithdrawCall{});  // takes back this one, and nobody else's
  CHECK(bench.state.calls.size() == most_calls - 1);
  bench.happen(Tick{});
  bench.now.local.date = Date{std::chrono::year{2026} / 11 / 24};
  bench.happen(Tick{});
  CHECK(bench.state.calls.empty());
}

TEST_CASE("leaving asks one question, and one answer is counted") {
  Bench bench;
  bench.happen(TapLeave{});
  bench.happen(TapFeeling{Feeling::ALittle});
  bench.happen(TapFeeling{Feeling::Yes});  // the first is on its way
  CHECK(bench.count<StoreFeeling>() == 1);
  auto const asked = bench.last<StoreFeeling>();
  CHECK(asked.feeling == Feeling::ALittle);
  CHECK(asked.month == std::chrono::year{2026} / 11);
  bench.happen(FeelingStored{asked.request});
  bench.page<Farewell>();
  bench.happen(TapFeeling{Feeling::No});
  CHECK(bench.count<StoreFeeling>() == 1);
}

TEST_CASE("the question can be skipped, and the goodbye is the same") {
  Bench bench;
  bench.happen(TapLeave{});
  bench.happen(TapDone{});
  bench.page<Farewell>();
  CHECK(bench.count<StoreFeeling>() == 0);
  bench.pass(farewell_ms);
  bench.happen(Tick{});
  bench.page<Home>();
}

TEST_CASE("the three questions take turns by month") {
  auto const year = std::chrono::year{2026};
  CHECK(feeling_question_of(year / 1) == FeelingQuestion::Seen);
  CHECK(feeling_question_of(year / 2) == FeelingQuestion::Carried);
  CHECK(feeling_question_of(year / 3) == FeelingQuestion::Supported);
  CHECK(feeling_question_of(year / 12) == FeelingQuestion::Supported);
}

TEST_CASE("what goes to the municipality is shown as meaning first, then as bytes") {
  Bench bench;
  bench.happen(TapKnowledge{});
  bench.happen(TapReleased{});
  bench.happen(TapRaw{});  // nothing to show yet
  CHECK_FALSE(bench.page<Released>().is_raw);
  bench.happen(ReleaseLoaded{bench.last<LoadRelease>().request, ReleasedMonth{.bytes = "{}"}});
  bench.happen(TapRaw{});
  CHECK(bench.page<Released>().is_raw);
  bench.happen(TapScroll{4});
  CHECK(bench.page<Released>().first_line == 4);
  bench.happen(TapBack{});
  CHECK_FALSE(bench.page<Released>().is_raw);
  bench.happen(TapBack{});
  bench.page<Knowledge>();
}

TEST_CASE("what is known and what is sent can be read in parts, and the bytes begin at the first") {
  Bench bench;
  bench.happen(TapKnowledge{});
  bench.happen(TapScroll{2});
  CHECK(bench.page<Knowledge>().first == 2);
  bench.happen(TapReleased{});
  bench.happen(ReleaseLoaded{bench.last<LoadRelease>().request, ReleasedMonth{.bytes = "{}"}});
  bench.happen(TapScroll{3});
  CHECK(bench.page<Released>().first_line == 3);
  bench.happen(TapRaw{});
  CHECK(bench.page<Released>().first_line == 0);
}

TEST_CASE("speech is one tap away on every page and goes with its visitor") {
  Bench bench;
  bench.happen(TapListen{});
  CHECK(bench.state.preferences.speech == Speech::Spoken);
  bench.happen(TapVolume{3});
  CHECK(bench.state.preferences.volume == 3);
  bench.happen(TapRepeat{});
  bench.last<RepeatSpeech>();
  bench.pass(3 * idle_ms);
  bench.happen(Tick{});
  bench.pass(3 * warning_ms);
  bench.happen(Tick{});
  CHECK(bench.state.preferences == bench.state.settings.resting);
}

TEST_CASE("who listens gets three times as long") {
  Bench bench;
  bench.happen(TapListen{});
  bench.happen(TapActivities{});
  CHECK(next_deadline(bench.state)->at_ms == 3 * idle_ms);
}

TEST_CASE("a language without a voice says so and leads back to where one was") {
  Bench bench;
  bench.happen(TapActivities{});
  bench.happen(TapLanguage{Language::Tigrinya});
  bench.happen(TapListen{});
  CHECK(bench.state.preferences.speech == Speech::Silent);
  bench.page<NoVoice>();
  bench.happen(TapDone{});
  bench.page<Activities>();
}

TEST_CASE("changing to a language without a voice ends the speech in words") {
  Bench bench;
  bench.happen(TapListen{});
  bench.happen(TapLanguage{Language::Tigrinya});
  CHECK(bench.state.preferences.speech == Speech::Silent);
  bench.page<NoVoice>();
}
