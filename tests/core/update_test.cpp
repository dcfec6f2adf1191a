#include "kiosk/core/update.h"

#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"

using namespace inloop::core;
using inloop::test::at_ms;
using inloop::test::Bench;

TEST_CASE("a tap asks the store for a visit of one adult and welcomes nobody yet") {
  Bench bench;
  bench.happen(TapCheckIn{});
  CHECK(bench.last<StoreVisit>().visit == Visit{.arrived = bench.now.local, .party = {1, 0}});
  CHECK(bench.page<Home>().check_in.has_value());
}

TEST_CASE("the welcome comes when the visit is stored") {
  Bench bench;
  bench.check_in();
  CHECK(bench.page<Welcome>() == Welcome{.visit = 7, .party = {1, 0}});
}

TEST_CASE("a second tap while the first is on its way counts nobody twice") {
  Bench bench;
  bench.happen(TapCheckIn{});
  bench.happen(TapCheckIn{});
  CHECK(bench.effects.size() == 1);
}

TEST_CASE("a refused visit ends in an apology, not in a welcome") {
  Bench bench;
  bench.happen(TapCheckIn{});
  bench.happen(StoreRefused{.request = bench.last<StoreVisit>().request});
  bench.page<Apology>();
}

TEST_CASE("a visit stored after the visitor was told otherwise is taken out again") {
  Bench bench;
  bench.happen(TapCheckIn{});
  auto const request = bench.last<StoreVisit>().request;
  bench.pass(store_patience_ms);
  bench.happen(Tick{});
  bench.page<Apology>();
  bench.happen(VisitStored{.request = request, .visit = 9});
  CHECK(bench.last<UndoVisit>().visit == 9);
  bench.page<Apology>();
}

TEST_CASE("the answer to first time this month is shown once it is stored") {
  Bench bench;
  bench.check_in();
  bench.happen(TapFirstTime{FirstTime::Yes});
  CHECK(bench.page<Welcome>().first_time == FirstTime::Skipped);
  auto const asked = bench.last<AmendVisit>();
  CHECK(asked.visit == 7);
  CHECK(asked.first_time == FirstTime::Yes);
  CHECK(asked.party == Party{1, 0});
  bench.happen(VisitAmended{asked.request});
  CHECK(bench.page<Welcome>().first_time == FirstTime::Yes);
}

TEST_CASE("the last answer to first time this month stands") {
  Bench bench;
  bench.check_in();
  bench.happen(TapFirstTime{FirstTime::Yes});
  bench.happen(VisitAmended{bench.last<AmendVisit>().request});
  bench.happen(TapFirstTime{FirstTime::No});
  bench.happen(VisitAmended{bench.last<AmendVisit>().request});
  CHECK(bench.page<Welcome>().first_time == FirstTime::No);
}

TEST_CASE("a party is stored with the same visit and keeps its answer") {
  Bench bench;
  bench.check_in();
  bench.happen(TapFirstTime{FirstTime::No});
  bench.happen(VisitAmended{bench.last<AmendVisit>().request});
  bench.happen(TapMorePeople{});
  bench.happen(TapParty{{2, 3}});
  CHECK(bench.page<PartyChoice>().chosen == Party{2, 3});
  bench.happen(TapConfirmParty{});
  auto const asked = bench.last<AmendVisit>();
  CHECK(asked.party == Party{2, 3});
  CHECK(asked.first_time == FirstTime::No);
  bench.page<PartyChoice>();
  bench.happen(VisitAmended{asked.request});
  CHECK(bench.page<Welcome>() == Welcome{.visit = 7, .party = {2, 3}, .first_time = FirstTime::No});
}

TEST_CASE("going back from the party keeps the visit as it was") {
  Bench bench;
  bench.check_in();
  bench.happen(TapMorePeople{});
  bench.happen(TapParty{{5, 0}});
  auto const asked_before = bench.effects.size();
  bench.happen(TapBack{});
  CHECK(bench.page<Welcome>().party == Party{1, 0});
  CHECK(bench.effects.size() == asked_before);
}

TEST_CASE("a party that nobody can be is not taken") {
  Bench bench;
  bench.check_in();
  bench.happen(TapMorePeople{});
  auto const impossible =
      GENERATE(Party{0, 0}, Party{-1, 3}, Party{most_adults + 1, 0}, Party{1, most_children + 1});
  bench.happen(TapParty{impossible});
  CHECK(bench.page<PartyChoice>().chosen == Party{1, 0});
}

TEST_CASE("a mistake is undone once, and the home screen says so until it is left alone") {
  Bench bench;
  bench.check_in();
  bench.happen(TapMistake{});
  bench.happen(TapMistake{});
  auto const asked = bench.last<UndoVisit>();
  CHECK(asked.visit == 7);
  CHECK(bench.count<UndoVisit>() == 1);
  bench.happen(VisitUndone{asked.request});
  CHECK(bench.page<Home>().note == HomeNote::Undone);
  bench.pass(farewell_ms);
  bench.happen(Tick{});
  CHECK(bench.page<Home>() == Home{});
}

TEST_CASE("a change that the store refuses ends in an apology") {
  Bench bench;
  bench.check_in();
  bench.happen(TapFirstTime{FirstTime::Yes});
  bench.happen(StoreRefused{bench.last<AmendVisit>().request});
  bench.page<Apology>();
}

TEST_CASE("an outcome that nobody waits for changes nothing") {
  Bench bench;
  bench.check_in();
  auto const before = bench.state;
  bench.happen(VisitAmended{99});
  bench.happen(VisitUndone{99});
  bench.happen(StoreRefused{99});
  CHECK(bench.state == before);
}

TEST_CASE("the welcome leaves by itself after twenty seconds, or sixty with large letters") {
  Bench bench;
  bool const is_large = GENERATE(false, true);
  bench.check_in();
  if (is_large) bench.happen(TapTextSize{});
  auto const stays_ms = is_large ? 3 * farewell_ms : farewell_ms;
  bench.pass(stays_ms - 1);
  bench.happen(Tick{});
  bench.page<Welcome>();
  bench.pass(1);
  bench.happen(Tick{});
  bench.page<Home>();
}

TEST_CASE("a half-done step is warned about first and then discarded") {
  Bench bench;
  bench.check_in();
  bench.happen(TapMorePeople{});
  bench.pass(idle_ms - 1);
  bench.happen(Tick{});
  CHECK_FALSE(bench.state.warned_at_ms);
  bench.pass(1);
  bench.happen(Tick{});
  CHECK(bench.state.warned_at_ms);
  bench.page<PartyChoice>();
  bench.pass(warning_ms);
  bench.happen(Tick{});
  CHECK(bench.page<Home>() == Home{});
  CHECK_FALSE(bench.state.warned_at_ms);
}

TEST_CASE("whoever answers the warning goes on where they were, as often as they like") {
  Bench bench;
  bench.check_in();
  bench.happen(TapMorePeople{});
  bench.happen(TapParty{{2, 0}});
  for (int time = 0; time < 5; ++time) {
    bench.pass(idle_ms);
    bench.happen(Tick{});
    REQUIRE(bench.state.warned_at_ms);
    bench.pass(warning_ms - 1);
    bench.happen(TapStillHere{});
    CHECK_FALSE(bench.state.warned_at_ms);
    CHECK(bench.page<PartyChoice>().chosen == Party{2, 0});
  }
}

TEST_CASE("a finger on the warning does not uncover what lies below, but starts it anew") {
  Bench bench;
  bench.happen(TapKnowledge{});
  bench.pass(idle_ms);
  bench.happen(Tick{});
  bench.pass(warning_ms - 1);
  bench.happen(Touched{});
  CHECK(bench.state.warned_at_ms == bench.now.uptime_ms);
  bench.pass(warning_ms - 1);
  bench.happen(Tick{});
  bench.page<Knowledge>();
}

TEST_CASE("a store that answers twice does not take the welcomed visit out again") {
  Bench bench;
  bench.check_in();
  auto const asked = bench.effects.size();
  bench.happen(VisitStored{.request = 1, .visit = 7});
  CHECK(bench.effects.size() == asked);
  bench.page<Welcome>();
}

TEST_CASE("what a visitor changed about the screen goes with the visitor") {
  Bench bench;
  bench.happen(TapLanguage{Language::Arabic});
  bench.happen(TapTheme{});
  bench.happen(TapReach{});
  CHECK(bench.state.preferences.language == Language::Arabic);
  CHECK(bench.state.preferences.theme == Theme::HighContrast);
  CHECK(bench.state.preferences.reach == Reach::LowerHalf);
  bench.pass(idle_ms);
  bench.happen(Tick{});
  bench.pass(warning_ms);
  bench.happen(Tick{});
  CHECK(bench.state.preferences == bench.state.settings.resting);
}

TEST_CASE("done at the welcome leaves nothing of the visitor behind") {
  Bench bench;
  bench.happen(TapLanguage{Language::English});
  bench.check_in();
  bench.happen(TapDone{});
  CHECK(bench.page<Home>() == Home{});
  CHECK(bench.state.preferences == bench.state.settings.resting);
}

TEST_CASE("a kiosk at rest waits for ever") {
  Bench bench;
  CHECK_FALSE(next_deadline(bench.state));
}

TEST_CASE("the warning counts its seconds down") {
  Bench bench;
  bench.happen(TapKnowledge{});
  bench.pass(idle_ms);
  bench.happen(Tick{});
  auto const first = next_deadline(bench.state);
  REQUIRE(first);
  CHECK(*first == Deadline{Deadline::Kind::CountDown, idle_ms + 1000});
}

TEST_CASE("a lost store puts the kiosk out of order until it is mended") {
  Bench bench;
  bench.check_in();
  bench.happen(StoreLost{});
  bench.page<OutOfOrder>();
  bench.happen(TapCheckIn{});
  bench.page<OutOfOrder>();
  bench.happen(Tick{});
  bench.last<MendStore>();
  bench.happen(StoreMended{});
  CHECK(bench.page<Home>() == Home{});
}

TEST_CASE("a dead clock puts the kiosk out of order until it is set") {
  Bench bench;
  bench.now.clock = ClockTrust::Dead;
  bench.happen(Tick{});
  bench.page<OutOfOrder>();
  CHECK(bench.effects.empty());
  bench.now.clock = ClockTrust::Steady;
  bench.happen(Tick{});
  CHECK(bench.page<Home>() == Home{});
}

TEST_CASE("a tap that finds the clock dead is not counted on its date") {
  Bench bench;
  bench.now.clock = ClockTrust::Dead;
  bench.happen(TapCheckIn{});
  CHECK(bench.effects.empty());
}

TEST_CASE("what a lost store could not tidy is tidied when it is mended") {
  Bench bench;
  bench.happen(Tick{});
  bench.happen(StoreLost{});
  bench.effects.clear();
  bench.happen(StoreMended{});
  bench.last<TidyHouse>();
  bench.last<LoadAgenda>();  // and with it the key of the cards
}

TEST_CASE("a store that takes the place of a good one is read anew, and nobody is sent home") {
  Bench bench;
  bench.happen(Tick{});
  bench.effects.clear();
  bench.state.page = Languages{};
  bench.happen(StoreMended{});
  bench.page<Languages>();
  bench.last<TidyHouse>();
  bench.last<LoadAgenda>();
}

TEST_CASE("out of order, what a visitor changed about the screen still goes with the visitor") {
  Bench bench;
  bench.happen(StoreLost{});
  bench.happen(TapTextSize{});
  bench.pass(3 * idle_ms);
  bench.happen(Tick{});
  CHECK(bench.state.preferences == bench.state.settings.resting);
  bench.page<OutOfOrder>();
}

TEST_CASE("after a jump of the clock people are counted but the house is not tidied") {
  Bench bench;
  bench.now.clock = ClockTrust::Jumped;
  bench.happen(Tick{});
  CHECK(bench.count<TidyHouse>() == 0);
  bench.happen(TapCheckIn{});
  bench.last<StoreVisit>();
}

TEST_CASE("the house is tidied at the start, each hour and at each new day") {
  Bench bench;
  bench.happen(Tick{});
  CHECK(bench.last<TidyHouse>().today == bench.now.local.date);
  bench.happen(Tick{});
  CHECK(bench.count<TidyHouse>() == 1);
  bench.pass(60 * 60 * 1000);
  bench.happen(Tick{});
  CHECK(bench.count<TidyHouse>() == 2);
  bench.now.local.date = std::chrono::year{2026} / 11 / 24;
  bench.happen(Tick{});
  CHECK(bench.last<TidyHouse>().today == bench.now.local.date);
}

TEST_CASE("no page is left while a visit is on its way to the disk") {
  Bench bench;
  bench.happen(TapCheckIn{});
  bench.happen(TapKnowledge{});
  bench.happen(TapLanguages{});
  CHECK(bench.page<Home>().check_in.has_value());
}
