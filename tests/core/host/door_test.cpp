#include <catch2/catch.hpp>

#include "kiosk/core/deadline.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/time_out.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host;
using inloop::test::Bench;
using inloop::test::English;

namespace {

constexpr auto code = "ABCDE12345FGHJK67890";

// Somebody tapped the lock.
struct DoorBench : Bench {
  explicit DoorBench(HouseStanding standing = HouseStanding::Begun) {
    happen(TapHost{});
    CHECK(asked<Knock>() == Knock{});
    answer(HouseFound{.standing = standing, .shuffled = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}});
  }

  Door& door() {
    auto* const page = std::get_if<AtDoor>(&state.page);
    REQUIRE(page != nullptr);
    return *page->door;
  }

  template <class Step>
  Step step() {
    REQUIRE(std::holds_alternative<Step>(door().step));
    return std::get<Step>(door().step);
  }

  template <class Tap>
  void tap(Tap const& what) {
    happen(tapped(DoorTap{what}));
  }

  void type(std::string_view keys) {
    for (char const key : keys) happen(TapKey{std::string(1, key)});
  }

  // What the desk was asked last.
  template <class Asked>
  Asked asked() {
    auto const effect = last<AskHostDesk>();
    auto const& request = std::get<DoorRequest>(effect.what->what);
    CHECK(request.now == now);
    REQUIRE(std::holds_alternative<Asked>(request.what));
    return std::get<Asked>(request.what);
  }

  template <class Outcome>
  void answer(Outcome const& outcome) {
    happen(HostAnswer{last<AskHostDesk>().request, Indirect<HostOutcome>({DoorOutcome{outcome}})});
  }

  DoorScreen screen() { return screen_of(door(), state, English{}); }

  template <class View>
  View view() {
    auto const shown = screen();
    REQUIRE(std::holds_alternative<View>(shown.view));
    return std::get<View>(shown.view);
  }
};

}  // namespace

TEST_CASE("whoever knocks sees all pictures, whether or not there is such a host") {
  DoorBench bench;
  auto const pictures = bench.view<PicturesView>();
  REQUIRE(pictures.tiles.size() == most_hosts);
  for (auto const& tile : pictures.tiles) CHECK_FALSE(tile.is_taken);
}

TEST_CASE("a picture and six digits are asked of the desk, once") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("20481");
  CHECK(bench.count<AskHostDesk>() == 1);
  bench.type("6");
  CHECK(bench.asked<TryPin>() == TryPin{.picture = 4, .pin = Pin("204816")});
  CHECK(bench.screen().is_waiting);
  bench.type("999999");
  CHECK(bench.count<AskHostDesk>() == 2);
}

TEST_CASE("the right PIN opens the room, to Vandaag") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("204816");
  Host const host{.picture = 4, .first_name = "Fatima"};
  bench.answer(CameIn{host});
  auto const room = bench.page<InRoom>();
  CHECK(room.room->host == host);
  CHECK(std::holds_alternative<Today>(room.room->place));
}

TEST_CASE("a wrong PIN says so, and nothing of it is left on the pad") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("204816");
  bench.answer(PinRefused{.why = PadTrouble::Wrong});
  auto const step = bench.step<TypePin>();
  CHECK(step.pin.is_empty());
  CHECK(bench.view<PadView>().pad.trouble->shown == "That is not right. Please try again.");
  bench.type("1");
  CHECK_FALSE(bench.view<PadView>().pad.trouble);
}

TEST_CASE("who has to wait reads how long, and never too short") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  auto const told = [&](PadTrouble why, std::int64_t wait_ms) {
    bench.type("204816");
    bench.answer(PinRefused{.why = why, .wait_ms = wait_ms});
    return bench.view<PadView>().pad.trouble->spoken;
  };
  CHECK(told(PadTrouble::Wrong, 30'000).find("30") != std::string::npos);
  CHECK(told(PadTrouble::MustWait, 20'001).find("30") != std::string::npos);
  CHECK(told(PadTrouble::MustWait, 60'001).find("2") != std::string::npos);
  CHECK(told(PadTrouble::MustWait, 900'000).find("15") != std::string::npos);
  CHECK(told(PadTrouble::Locked, 0) == "This picture is locked. Ask the coordinator.");
}

TEST_CASE("the digits are mixed on request, anew for each try") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  CHECK(bench.view<PadView>().pad.keys.front().digit == "1");
  bench.tap(Shuffle{});
  CHECK(bench.view<PadView>().pad.keys.front().digit == "9");
  bench.type("204816");
  bench.answer(PinRefused{.why = PadTrouble::Wrong, .shuffled = {5, 4, 3, 2, 1, 0, 9, 8, 7, 6}});
  CHECK(bench.view<PadView>().pad.keys.front().digit == "5");
  bench.tap(Shuffle{});
  CHECK(bench.view<PadView>().pad.keys.front().digit == "1");
}

TEST_CASE("the screen never holds the PIN, only how much of it was typed") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("971");
  auto const pad = bench.view<PadView>().pad;
  CHECK(pad.typed.spoken.find("971") == std::string::npos);
  CHECK(pad.typed.spoken.find('3') != std::string::npos);
  bench.happen(TapErase{});
  CHECK(bench.step<TypePin>().pin.digits() == "97");
}

TEST_CASE("a PIN that was half typed is gone with whoever typed it") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("971");
  bench.pass(door_ms);
  bench.happen(Tick{});
  bench.page<Home>();
}

TEST_CASE("the first one here becomes coordinator, with a code on paper") {
  DoorBench bench(HouseStanding::New);
  bench.tap(ChoosePicture{7});
  bench.type("fatima");
  bench.tap(GoOn{});
  bench.type("204816");
  bench.type("204816");
  CHECK(bench.asked<DrawCode>() == DrawCode{});
  bench.answer(CodeDrawn{code});
  REQUIRE(bench.view<ReadingView>().code);
  CHECK(bench.view<ReadingView>().code->spoken == "ABCDE 12345 FGHJK 67890");
  bench.tap(GoOn{});
  bench.type("fghjk");
  bench.tap(GoOn{});
  CHECK(bench.asked<Begin>().beginner == Beginner{.used_code = {},
                                                  .picture = 7,
                                                  .first_name = "Fatima",
                                                  .pin = Pin("204816"),
                                                  .code = code});
  bench.answer(CameIn{{.picture = 7, .first_name = "Fatima", .role = Role::Coordinator}});
  bench.page<InRoom>();
}

TEST_CASE("nothing begins before the code was proved to be on paper") {
  DoorBench bench(HouseStanding::New);
  bench.tap(ChoosePicture{7});
  bench.tap(GoOn{});
  bench.type("204816204816");
  bench.answer(CodeDrawn{code});
  bench.tap(GoOn{});
  for (auto const* const typed : {"", "ABCDE", "FGHJ", "FGHJ0"}) {
    while (!bench.step<ProveCode>().entry.text.empty()) bench.happen(TapErase{});
    bench.type(typed);
    auto const asked = bench.count<AskHostDesk>();
    bench.tap(GoOn{});
    CHECK(bench.count<AskHostDesk>() == asked);
  }
  CHECK(bench.view<TypingView>().trouble);
}

TEST_CASE("a new PIN must not be too easy, and is typed twice") {
  DoorBench bench(HouseStanding::New);
  bench.tap(ChoosePicture{7});
  bench.tap(GoOn{});
  bench.type("123456");
  CHECK(bench.step<ChoosePin>().pin.trouble == PadTrouble::TooEasy);
  bench.type("204816");
  CHECK_FALSE(bench.step<ChoosePin>().pin.trouble);
  bench.type("204817");
  CHECK(bench.step<ChoosePin>().pin.trouble == PadTrouble::NotTheSame);
  CHECK(bench.step<ChoosePin>().pin.chosen.is_empty());
  CHECK(bench.count<AskHostDesk>() == 1);
  bench.type("204816204816");
  CHECK(bench.asked<DrawCode>() == DrawCode{});
}

TEST_CASE("who forgot the PIN comes in with the code, and gets a new PIN and a new code") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.tap(ForgotPin{});
  bench.tap(HaveCode{});
  bench.type("abcde 12345 fghjk 67890");
  bench.tap(GoOn{});
  CHECK(bench.asked<TryCode>() == TryCode{code});
  bench.answer(CodeTried{CodeMatch::Yes});
  bench.type("204816204816");
  bench.answer(CodeDrawn{"00000111112222233333"});
  bench.tap(GoOn{});
  bench.type("22222");
  bench.tap(GoOn{});
  CHECK(bench.asked<Begin>().beginner == Beginner{.used_code = code,
                                                  .picture = 4,
                                                  .first_name = {},
                                                  .pin = Pin("204816"),
                                                  .code = "00000111112222233333"});
}

TEST_CASE("a code that opens nothing says so and can be mended") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.tap(ForgotPin{});
  bench.tap(HaveCode{});
  bench.type("ABCDE");
  bench.tap(GoOn{});
  CHECK(bench.step<TypeCode>().is_wrong);
  CHECK(bench.count<AskHostDesk>() == 1);
  bench.type("12345FGHJK67890");
  bench.tap(GoOn{});
  bench.answer(CodeTried{CodeMatch::No});
  CHECK(bench.view<TypingView>().trouble);
  CHECK(bench.step<TypeCode>().entry.text == code);
}

TEST_CASE("every step has a way back, and the first one leads home") {
  DoorBench bench(HouseStanding::New);
  bench.tap(ChoosePicture{7});
  bench.tap(GoOn{});
  bench.type("204816204816");
  bench.answer(CodeDrawn{code});
  bench.tap(GoOn{});
  bench.step<ProveCode>();
  bench.happen(TapBack{});
  bench.step<KeepCode>();
  bench.happen(TapBack{});
  bench.step<ChoosePin>();
  bench.happen(TapBack{});
  bench.step<SayName>();
  bench.happen(TapBack{});
  bench.step<WhoAreYou>();
  bench.happen(TapBack{});
  bench.page<Home>();
}

TEST_CASE("a tap or an answer that belongs to another step does nothing") {
  DoorBench bench;
  auto const before = bench.step<WhoAreYou>();
  bench.tap(Shuffle{});
  bench.tap(ForgotPin{});
  bench.tap(HaveCode{});
  bench.tap(GoOn{});
  bench.tap(ChoosePicture{-1});
  bench.tap(ChoosePicture{24});
  bench.type("123456");
  CHECK(bench.step<WhoAreYou>() == before);
  CHECK(bench.count<AskHostDesk>() == 1);
}

TEST_CASE("an answer that comes after the door was left opens nothing") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("204816");
  auto const request = bench.last<AskHostDesk>().request;
  bench.happen(TapLock{});
  bench.page<Home>();
  HostAnswer const came{request, Indirect<HostOutcome>({DoorOutcome{CameIn{{.picture = 4}}}})};
  bench.happen(came);
  bench.page<Home>();

  // Nor at the door of the next one.
  bench.happen(TapHost{});
  bench.happen(came);
  bench.page<AtDoor>();
}

TEST_CASE("a desk that cannot answer lets nobody in") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("204816");
  bench.happen(StoreRefused{bench.last<AskHostDesk>().request});
  bench.page<Apology>();
}

TEST_CASE("a card on the reader shuts the door before a PIN is typed to its end") {
  DoorBench bench;
  bench.tap(ChoosePicture{4});
  bench.type("971");
  bench.happen(CardTapped{});
  CHECK(bench.count<StoreCardVisit>() == 1);
  CHECK_FALSE(std::holds_alternative<AtDoor>(bench.state.page));
  CHECK_FALSE(bench.state.interrupted);
}
