#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"
#include "tests/core/sample_sessions.h"

using namespace inloop;
using namespace inloop::core;
using inloop::test::Bench;

namespace {

CardHash card(std::uint8_t number) {
  CardHash hash{.month = std::chrono::year{2026} / 11};
  hash.digest[0] = std::byte{number};
  return hash;
}

}  // namespace

TEST_CASE("a card does the same as the button and answers the question by itself") {
  Bench bench;
  bench.happen(CardTapped{card(1)});
  auto const asked = bench.last<StoreCardVisit>();
  CHECK(asked.card == card(1));
  CHECK(asked.visit.channel == Channel::Card);
  bench.happen(VisitStored{asked.request, 7, FirstTime::No});
  CHECK(bench.page<Welcome>() ==
        Welcome{.visit = 7, .first_time = FirstTime::No, .channel = Channel::Card});
  CHECK(bench.last<PlaySound>().sound == Sound::Confirmed);
}

TEST_CASE("a card that says something else each time counts as a tap without a card") {
  Bench bench;
  bench.happen(AnonymousCardTapped{});
  CHECK(bench.last<StoreVisit>().visit.channel == Channel::Card);
  CHECK(bench.count<StoreCardVisit>() == 0);
}

TEST_CASE("a card that was counted in this daypart is told so") {
  Bench bench;
  bench.happen(CardTapped{card(1)});
  bench.happen(CardKnown{bench.last<StoreCardVisit>().request});
  CHECK(bench.page<Home>().note == HomeNote::AlreadyCounted);
  CHECK(bench.count<PlaySound>() == 0);  // the sound is for what counted
  bench.pass(farewell_ms);
  bench.happen(Tick{});
  CHECK(bench.page<Home>() == Home{});
}

TEST_CASE("cards that come while the store is busy wait for their turn") {
  Bench bench;
  for (std::uint8_t number = 1; number <= 4; ++number) bench.happen(CardTapped{card(number)});
  for (std::uint8_t number = 1; number <= 4; ++number) {
    auto const asked = bench.last<StoreCardVisit>();
    CHECK(asked.card == card(number));
    bench.happen(VisitStored{asked.request, number, FirstTime::Yes});
    CHECK(bench.page<Welcome>().visit == number);
    bench.pass(card_turn_ms);
    bench.happen(Tick{});
  }
  CHECK(bench.count<StoreCardVisit>() == 4);
  CHECK(bench.page<Welcome>().visit == 4);
}

TEST_CASE("somebody's card interrupts a step, and the step comes back") {
  Bench bench;
  bench.state.agenda = {test::session_at(1, 23, 14 * 60)};
  bench.happen(TapActivities{});
  bench.happen(TapSession{1});
  auto const before = bench.page<SessionDetail>();
  bench.happen(CardTapped{card(1)});
  bench.happen(VisitStored{bench.last<StoreCardVisit>().request, 7, FirstTime::Yes});
  bench.page<Welcome>();
  bench.happen(TapDone{});
  CHECK(bench.page<SessionDetail>() == before);
}

TEST_CASE("a mistake with a card leads back to the step that it interrupted") {
  Bench bench;
  bench.happen(TapActivities{});
  bench.happen(CardTapped{card(1)});
  bench.happen(VisitStored{bench.last<StoreCardVisit>().request, 7, FirstTime::Yes});
  bench.happen(TapMistake{});
  bench.happen(VisitUndone{bench.last<UndoVisit>().request});
  bench.page<Activities>();
}

TEST_CASE("a card that is not ours is told so, with the other way to be counted") {
  Bench bench;
  bench.happen(CardRefused{});
  bench.page<CardNotRead>();
  CHECK(bench.last<PlaySound>().sound == Sound::AskHost);
  bench.pass(farewell_ms);
  bench.happen(Tick{});
  bench.page<Home>();
}

TEST_CASE("no card is counted on a dead clock or a lost store") {
  Bench bench;
  bench.happen(StoreLost{});
  bench.happen(CardTapped{card(1)});
  CHECK(bench.count<StoreCardVisit>() == 0);
  bench.page<OutOfOrder>();
}

TEST_CASE("a reader that is unplugged takes nothing but its hint away") {
  Bench bench;
  bench.happen(ReaderReady{});
  CHECK(bench.state.is_reader_ready);
  bench.happen(ReaderLost{});
  CHECK_FALSE(bench.state.is_reader_ready);
  bench.check_in();
  bench.page<Welcome>();
}

TEST_CASE("what a card interrupted never comes back to somebody else") {
  Bench bench;
  bench.state.agenda = {test::session_at(1, 23, 14 * 60, SignUpMode::Name)};
  bench.happen(TapSession{1});
  bench.happen(TapJoin{});
  bench.happen(TapKey{"a"});
  bench.happen(CardTapped{card(1)});
  bench.happen(VisitStored{bench.last<StoreCardVisit>().request, 7, FirstTime::Yes});
  bench.happen(TapSession{1});  // the one with the card looks at what starts next
  bench.happen(TapBack{});
  bench.check_in();
  bench.happen(TapDone{});
  CHECK(bench.page<Home>() == Home{});
}

TEST_CASE("cards do not lengthen the time of a step that was left") {
  Bench bench;
  bench.happen(TapActivities{});
  bench.pass(idle_ms - 1000);
  bench.happen(CardTapped{card(1)});
  bench.happen(VisitStored{bench.last<StoreCardVisit>().request, 7, FirstTime::Yes});
  bench.happen(TapDone{});
  bench.page<Activities>();
  bench.pass(1000);
  bench.happen(Tick{});
  CHECK(bench.state.warned_at_ms.has_value());
}

TEST_CASE("a welcome is seen before the next card takes its place") {
  Bench bench;
  bench.check_in();
  bench.happen(CardTapped{card(1)});
  bench.page<Welcome>();
  bench.pass(card_turn_ms);
  bench.happen(Tick{});
  CHECK(bench.count<StoreCardVisit>() == 1);
}
