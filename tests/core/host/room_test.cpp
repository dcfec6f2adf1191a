#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host;
using inloop::test::Bench;

namespace {

// A host has just come in.
struct RoomBench : Bench {
  RoomBench() {
    state.page = InRoom{};
    state.last_touch_ms = now.uptime_ms;
  }

  HostRoom& room() {
    auto* const page = std::get_if<InRoom>(&state.page);
    REQUIRE(page != nullptr);
    return *page->room;
  }

  void go_to(PlaceName place) { happen(tapped(GoTo{place})); }

  void wait_for_an_answer() { room().waiting = Waiting{.request = 900, .since_ms = 0}; }
};

}  // namespace

TEST_CASE("the lock leads to the door, from home alone") {
  Bench bench;
  bench.happen(TapHost{});
  bench.page<AtDoor>();

  Bench other;
  other.happen(TapActivities{});
  other.happen(TapHost{});
  other.page<Activities>();
}

TEST_CASE("nothing of the host's is read aloud") {
  Bench bench;
  bench.state.preferences.speech = Speech::Spoken;
  bench.happen(TapHost{});
  CHECK(bench.state.preferences.speech == Speech::Silent);
}

TEST_CASE("what a host can do does nothing outside the room") {
  Bench bench;
  auto const before = bench.state;
  bench.happen(tapped(GoTo{PlaceName::Setup}));
  bench.happen(tapped(TakeBack{}));
  bench.happen(HostAnswer{.request = 1, .outcome = {}});
  bench.happen(HostProgress{.request = 1, .done = 1, .total = 2});
  CHECK(bench.state == before);

  bench.happen(TapHost{});
  bench.happen(tapped(GoTo{PlaceName::Setup}));
  bench.page<AtDoor>();
}

TEST_CASE("the five places are reached from one another") {
  RoomBench bench;
  for (auto const place : all_places) {
    bench.room().waiting.reset();
    bench.go_to(place);
    CHECK(bench.room().place.index() == static_cast<std::size_t>(place));
  }
}

TEST_CASE("the room locks by itself two minutes after the last touch, however large its letters") {
  RoomBench bench;
  bench.state.preferences.text_size = TextSize::Large;
  bench.pass(lock_ms - 1);
  bench.happen(Tick{});
  bench.room();
  bench.pass(1);
  bench.happen(Tick{});
  bench.page<Home>();
}

TEST_CASE("a job is not left while it goes on, and its end is a touch") {
  RoomBench bench;
  bench.wait_for_an_answer();
  bench.pass(10 * lock_ms);
  CHECK_FALSE(next_deadline(bench.state));
  bench.happen(StoreRefused{.request = 900});
  CHECK(bench.room().notice->kind == NoticeKind::Trouble);
  REQUIRE(next_deadline(bench.state));
}

TEST_CASE("a resident's card locks the room, counts, and gives nothing of it back") {
  RoomBench bench;
  bench.happen(AnonymousCardTapped{});
  bench.happen(VisitStored{.request = bench.last<StoreVisit>().request, .visit = 7});
  bench.page<Welcome>();
  bench.happen(TapDone{});
  bench.page<Home>();
}

TEST_CASE("while the world is asked nothing else can be tapped, but the room can be locked") {
  RoomBench bench;
  bench.wait_for_an_answer();
  bench.go_to(PlaceName::Setup);
  CHECK(std::holds_alternative<Today>(bench.room().place));
  bench.happen(TapLock{});
  bench.page<Home>();
}

TEST_CASE("progress is shown for the job that goes on, and for no other") {
  RoomBench bench;
  bench.wait_for_an_answer();
  bench.happen(HostProgress{.request = 899, .done = 1, .total = 2});
  CHECK_FALSE(bench.room().progress);
  bench.happen(HostProgress{.request = 900, .done = 1, .total = 2});
  CHECK(bench.room().progress == Progress{.done = 1, .total = 2});
}

TEST_CASE("an answer for a place that was left is dropped") {
  RoomBench bench;
  bench.wait_for_an_answer();
  bench.room().place = Setup{};
  auto const place = bench.room().place;
  bench.happen(
      HostAnswer{.request = 900, .outcome = Indirect<HostOutcome>(HostOutcome{TodayOutcome{}})});
  CHECK(bench.room().place == place);
  CHECK_FALSE(bench.room().waiting);
}

TEST_CASE("what a notice tells of can be taken back once, and no longer after the next tap") {
  RoomBench bench;
  bench.room().undo = HostRequest{TodayRequest{}};
  bench.room().notice = Notice{.kind = NoticeKind::Done, .message = "Saved.", .what = {}};
  auto other = bench.state;
  bench.happen(tapped(TakeBack{}));
  CHECK(*bench.last<AskHostDesk>().what == HostRequest{TodayRequest{}});
  CHECK_FALSE(bench.room().undo);

  bench.state = other;
  bench.go_to(PlaceName::Counts);
  CHECK_FALSE(bench.room().undo);
  CHECK_FALSE(bench.room().notice);
}
