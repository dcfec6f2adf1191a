#include <catch2/catch.hpp>

#include "kiosk/core/host/acts_in_words.h"
#include "kiosk/core/host/places.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host;
using inloop::test::Bench;
using inloop::test::English;

namespace {

Host const fatima{.picture = 0, .first_name = "Fatima", .role = Role::Coordinator};
Host const bram{.picture = 5, .first_name = "Bram", .role = Role::Host};

struct HostsBench : Bench {
  explicit HostsBench(Host const& host = fatima) {
    state.page = InRoom{Indirect<HostRoom>(HostRoom{.host = host, .place = Setup{}})};
    happen(tapped(GoTo{PlaceName::Hosts}));
    if (host.role == Role::Coordinator) list(std::nullopt, 0);
  }

  HostRoom& room() {
    auto* const page = std::get_if<InRoom>(&state.page);
    REQUIRE(page != nullptr);
    return *page->room;
  }
  Hosts& hosts() {
    REQUIRE(std::holds_alternative<Hosts>(room().place));
    return std::get<Hosts>(room().place);
  }

  template <class Step>
  Step step() {
    REQUIRE(std::holds_alternative<Step>(hosts().step));
    return std::get<Step>(hosts().step);
  }

  template <class Tap>
  void tap(Tap const& what) {
    happen(tapped(HostsTap{what}));
  }

  void type(std::string_view keys) {
    for (char const key : keys) happen(TapKey{std::string(1, key)});
  }

  template <class Asked>
  Asked asked() {
    auto const effect = last<AskHostDesk>();
    auto const& request = std::get<HostsRequest>(effect.what->what);
    CHECK(request.by == fatima.picture);
    REQUIRE(std::holds_alternative<Asked>(request.what));
    return std::get<Asked>(request.what);
  }

  template <class Outcome>
  void answer(Outcome const& outcome) {
    happen(HostAnswer{last<AskHostDesk>().request, Indirect<HostOutcome>({HostsOutcome{outcome}})});
  }

  void list(std::optional<Act> done, HostPicture about) {
    answer(
        HostsListed{.hosts = {{.host = fatima, .wrong_pins = 0}, {.host = bram, .wrong_pins = 0}},
                    .done = done,
                    .about = about});
  }

  HostsScreen screen() { return screen_of(hosts(), room(), state, English{}); }
};

}  // namespace

TEST_CASE("a coordinator sees who may come in") {
  HostsBench bench;
  auto const screen = bench.screen();
  auto const& view = std::get<HostListView>(screen.view);
  REQUIRE(view.tiles.size() == 2);
  CHECK(view.tiles[0].label.spoken.find("coordinator") != std::string::npos);
  CHECK(view.tiles[1].picture == bram.picture);
}

TEST_CASE("a host who is no coordinator finds no page of the hosts") {
  HostsBench bench(bram);
  CHECK(std::holds_alternative<Setup>(bench.room().place));
  bench.tap(NewHost{});
  bench.tap(ShowTrail{});
  CHECK(std::holds_alternative<Setup>(bench.room().place));
}

TEST_CASE("a new host chooses a free picture, a name and a PIN, typed twice") {
  HostsBench bench;
  bench.tap(NewHost{});
  bench.tap(PictureForHost{bram.picture});
  bench.step<PictureOfNewHost>();
  bench.tap(PictureForHost{9});
  bench.type("yusuf ");
  bench.tap(NameForHost{});
  bench.type("204816");
  bench.type("204816");
  CHECK(bench.asked<AddHost>() ==
        AddHost{.added = {.picture = 9, .first_name = "Yusuf"}, .pin = Pin("204816")});
  bench.list(Act::HostAdded, 9);
  bench.step<AllHosts>();
  CHECK(bench.room().notice->message == "{what} can come in now.");
  CHECK_FALSE(bench.room().undo);
}

TEST_CASE("a host who lost the PIN chooses a new one") {
  HostsBench bench;
  bench.tap(ShowHost{bram.picture});
  bench.tap(GiveNewPin{});
  bench.type("111111");
  CHECK(bench.step<PinOfHost>().pin.trouble == PadTrouble::TooEasy);
  bench.type("20481");
  bench.happen(TapErase{});
  bench.type("16204816");
  CHECK(bench.asked<ResetPin>() == ResetPin{.picture = bram.picture, .pin = Pin("204816")});
}

TEST_CASE("removing a host can be taken back") {
  HostsBench bench;
  bench.tap(ShowHost{bram.picture});
  bench.tap(Remove{});
  CHECK(bench.asked<RemoveHost>() == RemoveHost{bram.picture});
  bench.list(Act::HostRemoved, bram.picture);
  bench.happen(tapped(TakeBack{}));
  CHECK(bench.asked<RestoreHost>() == RestoreHost{bram.picture});
  bench.list(Act::HostRestored, bram.picture);
  CHECK(bench.room().notice->message == "{what} is back.");
}

TEST_CASE("a coordinator cannot remove themselves") {
  HostsBench bench;
  bench.tap(ShowHost{fatima.picture});
  auto const asked = bench.count<AskHostDesk>();
  bench.tap(Remove{});
  CHECK(bench.count<AskHostDesk>() == asked);
}

TEST_CASE("what the house refuses is said, and nothing else happens") {
  HostsBench bench;
  bench.tap(ShowHost{bram.picture});
  bench.tap(Remove{});
  bench.answer(HostsRefused{WhyNot::LastCoordinator});
  CHECK(bench.room().notice->kind == NoticeKind::Trouble);
  bench.step<OneHost>();
  CHECK_FALSE(bench.room().undo);
}

TEST_CASE("what hosts did is read newest first, with what was tampered with") {
  HostsBench bench;
  bench.tap(ShowTrail{});
  CHECK(bench.asked<ReadTrail>() == ReadTrail{});
  Deed const deed{.when = bench.now.local, .host = 0, .act = Act::PinReset, .about = 5};
  bench.answer(TrailRead{.rows = {{.id = 8, .deed = deed}, {.id = 7, .deed = deed}}, .altered = 7});
  auto const screen = bench.screen();
  auto const& view = std::get<TrailView>(screen.view);
  REQUIRE(view.lines.size() == 2);
  CHECK(view.altered);
  CHECK_FALSE(view.lines[0].is_altered);
  CHECK(view.lines[1].is_altered);
}

TEST_CASE("every act has words of its own, without a gap that was not filled") {
  English const english;
  std::vector<std::string> all;
  for (std::size_t i = 0; i < act_count; ++i) {
    auto const text = act_in_words({.act = static_cast<Act>(i), .about = 5}, english);
    CHECK_FALSE(text.empty());
    CHECK(text.find('{') == std::string::npos);
    CHECK(std::ranges::count(all, text) == 0);
    all.push_back(text);
  }
}

TEST_CASE("every step of the hosts' page leads back to the list, and from there to the settings") {
  HostsBench bench;
  bench.tap(ShowHost{bram.picture});
  bench.tap(GiveNewPin{});
  bench.happen(TapBack{});
  bench.step<OneHost>();
  bench.happen(TapBack{});
  bench.step<AllHosts>();
  bench.tap(NewHost{});
  bench.tap(PictureForHost{9});
  bench.happen(TapBack{});
  bench.step<PictureOfNewHost>();
  bench.happen(TapBack{});
  bench.step<AllHosts>();
  bench.happen(TapBack{});
  CHECK(std::holds_alternative<Setup>(bench.room().place));
}
