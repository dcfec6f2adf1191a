#pragma once
// A host who stands in one of the places, and a world that answers by hand.

#include <utility>

#include <catch2/catch.hpp>

#include "kiosk/core/host/places.h"
#include "kiosk/core/screen.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"

namespace inloop::test {

template <class Place, class Request, class Outcome>
struct PlaceBench : Bench {
  explicit PlaceBench(core::host::PlaceName name) {
    state.page = core::InRoom{};
    state.last_touch_ms = now.uptime_ms;
    room().host = {.picture = 5, .first_name = "Fatima", .role = core::host::Role::Host};
    happen(core::host::tapped(core::host::GoTo{name}));
  }

  core::HostRoom& room() {
    auto* const page = std::get_if<core::InRoom>(&state.page);
    REQUIRE(page != nullptr);
    return *page->room;
  }
  Place& place() {
    auto* const found = std::get_if<Place>(&room().place);
    REQUIRE(found != nullptr);
    return *found;
  }

  template <class Page>
  Page page() {
    auto* const found = std::get_if<Page>(&place().page);
    REQUIRE(found != nullptr);
    return *found;
  }

  // What was asked of the world last, and waits for an answer.
  template <class Wanted>
  Wanted asked() {
    REQUIRE(room().waiting.has_value());
    auto const& effect = last<core::AskHostDesk>();
    REQUIRE(effect.request == room().waiting->request);
    auto const* const request = std::get_if<Request>(&effect.what->what);
    REQUIRE(request != nullptr);
    CHECK(request->by == 5);
    CHECK(request->now == state.now.local);
    auto const* const wanted = std::get_if<Wanted>(&request->what);
    REQUIRE(wanted != nullptr);
    return *wanted;
  }

  template <class What>
  void answer(What what) {
    REQUIRE(room().waiting.has_value());
    happen(core::HostAnswer{
        .request = room().waiting->request,
        .outcome = Indirect<core::HostOutcome>(core::HostOutcome{Outcome{std::move(what)}})});
  }

  core::host::RoomScreen screen() {
    auto const shown = core::screen_for(state, English());
    auto const* const found = std::get_if<core::HostRoomScreen>(&shown.content);
    REQUIRE(found != nullptr);
    return *found->room;
  }
};

}  // namespace inloop::test
