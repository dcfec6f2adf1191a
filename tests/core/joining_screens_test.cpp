#include <catch2/catch.hpp>

#include "kiosk/core/isolate.h"
#include "kiosk/core/screen.h"
#include "tests/core/bench.h"
#include "tests/core/english.h"
#include "tests/core/sample_sessions.h"

using namespace inloop::core;
using inloop::test::session_at;

namespace {

template <class Shown>
Shown shown(State const& state) {
  auto const screen = screen_for(state, inloop::test::English());
  REQUIRE(std::holds_alternative<Shown>(screen.content));
  return std::get<Shown>(screen.content);
}

State state_with(std::vector<Session> agenda, Page page) {
  auto state = inloop::test::Bench().state;
  state.agenda = std::move(agenda);
  state.page = std::move(page);
  return state;
}

SessionScreen detail_of(Session const& session) {
  return shown<SessionScreen>(
      state_with({session}, SessionDetail{.at = {.from = {}, .session = session.id}}));
}

}  // namespace

TEST_CASE("the list shows what is to come in its span, in the order of time") {
  auto state = state_with({session_at(1, 23, 7 * 60), session_at(2, 23, 14 * 60),
                           session_at(3, 24, 10 * 60), session_at(4, 27, 10 * 60)},
                          Activities{});
  CHECK(shown<ActivitiesScreen>(state).tiles.size() == 1);  // the first of today is over
  state.page = Activities{.span = Span::Tomorrow};
  CHECK(shown<ActivitiesScreen>(state).tiles.at(0).session == 3);
  state.page = Activities{.span = Span::Week};
  CHECK(shown<ActivitiesScreen>(state).tiles.size() == 3);
  state.page = Activities{.span = Span::Week, .liked = ActivityKind::Moving};
  CHECK(shown<ActivitiesScreen>(state).empty.has_value());
}

TEST_CASE("a long list is a window that no scrolling leaves") {
  std::vector<Session> agenda;
  for (int i = 0; i < 300; ++i) agenda.push_back(session_at(i + 1, 24, 600 + i));
  auto const state =
      state_with(std::move(agenda), Activities{.span = Span::Tomorrow, .first = 5000});
  auto const screen = shown<ActivitiesScreen>(state);
  CHECK(screen.scroll.total == 300);
  CHECK(screen.scroll.first == 299);
  CHECK(screen.tiles.size() == 1);
}

TEST_CASE("each standing has words of its own") {
  auto const places = [](Session session, Standing standing) {
    auto const screen = detail_of(session);
    CHECK(screen.standing == standing);
    return screen.places.shown;
  };
  auto session = session_at(1, 23, 14 * 60);
  session.taken = 2;
  CHECK(places(session, Standing::HasPlaces) == isolated("6") + " places left");
  session.taken = 7;
  CHECK(places(session, Standing::HasPlaces) == "one place left");
  session.taken = 8;
  CHECK(places(session, Standing::Full) == "full, waiting list");
  session.waiting = most_waiting;
  CHECK(places(session, Standing::Crowded) == "full");
  CHECK(places(session_at(1, 23, 14 * 60, SignUpMode::Open), Standing::Welcome) ==
        "everybody welcome");
  CHECK(places(session_at(1, 23, 14 * 60, SignUpMode::Anonymous), Standing::Anonymous) ==
        "without a name");
  session.state = SessionState::Cancelled;
  CHECK(places(session, Standing::Cancelled) == "is cancelled");
}

TEST_CASE("only what can be joined has a button to join") {
  auto session = session_at(1, 23, 14 * 60);
  CHECK(detail_of(session).join->shown == "I join");
  session.taken = 8;
  CHECK(detail_of(session).join->shown == "On the waiting list");
  session.waiting = most_waiting;
  CHECK_FALSE(detail_of(session).join.has_value());
  CHECK_FALSE(detail_of(session_at(1, 23, 14 * 60, SignUpMode::Open)).join.has_value());
}

TEST_CASE("a cancelled session tells why and offers nothing") {
  auto session = session_at(1, 23, 14 * 60);
  session.state = SessionState::Cancelled;
  session.reason = "De kok is ziek.";
  auto const screen = detail_of(session);
  REQUIRE(screen.facts.size() == 2);
  CHECK(screen.facts[1].text.shown == isolated("De kok is ziek."));
  CHECK_FALSE(screen.join.has_value());
  CHECK_FALSE(screen.take_along.has_value());
  CHECK_FALSE(screen.my_sign_up.has_value());
}

TEST_CASE("a session that went from the agenda leaves a calm message") {
  auto const state = state_with({}, SessionDetail{.at = {.from = {}, .session = 9}});
  shown<MessageScreen>(state);
}

TEST_CASE("what starts next stands on home and on the welcome, and is no cancelled one") {
  auto cancelled = session_at(1, 23, 10 * 60);
  cancelled.state = SessionState::Cancelled;
  auto state = state_with({session_at(3, 23, 8 * 60), cancelled, session_at(2, 23, 11 * 60)}, {});
  REQUIRE(shown<HomeScreen>(state).next.has_value());
  CHECK(shown<HomeScreen>(state).next->session == 2);
  state.page = Welcome{};
  CHECK(shown<WelcomeScreen>(state).next->session == 2);
  state.now.local.minute_of_day = 12 * 60;
  state.page = Home{};
  CHECK_FALSE(shown<HomeScreen>(state).next.has_value());
}

TEST_CASE("a typed name is shown and never said aloud") {
  auto const state = state_with({session_at(1, 23, 14 * 60, SignUpMode::Name)},
                                NameEntry{.at = {.from = {}, .session = 1}, .typed = "Anna"});
  auto const screen = shown<NameScreen>(state);
  CHECK(screen.typed.shown == "Anna");
  CHECK(screen.typed.spoken == isolated("4") + " letters are typed.");
}

TEST_CASE("the bytes of a release are shown whole, in lines") {
  std::string bytes;
  for (int i = 0; i < 200; ++i) bytes += "é\"" + std::to_string(i) + (i % 7 == 0 ? "\n" : "");
  auto state = state_with({}, Released{.month = ReleasedMonth{.bytes = bytes}, .is_raw = true});
  std::string read;
  for (int first = 0;;) {
    state.page =
        Released{.month = ReleasedMonth{.bytes = bytes}, .is_raw = true, .first_line = first};
    auto const screen = shown<RawReleaseScreen>(state);
    for (auto const& line : screen.lines) read += line;
    first += static_cast<int>(screen.lines.size());
    if (first >= screen.scroll.total) break;
  }
  CHECK(read == bytes);
}

TEST_CASE("a released number below zero is shown as none") {
  auto const state = state_with(
      {}, Released{.month = ReleasedMonth{
                       .period = std::chrono::year{2026} / 10, .adults = 12, .children = -2}});
  auto const screen = shown<ReleasedScreen>(state);
  CHECK(screen.points.at(1).text.shown == "Adults: about " + isolated("12") + ".");
  CHECK(screen.points.at(2).text.shown == "Children: about " + isolated("0") + ".");
}
