#include "sync/courier/status.h"

#include <catch2/catch.hpp>

#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;

State one_queued() {
  State state;
  state.known = {{61, event_id(61), release_night, std::nullopt}};
  return state;
}

std::vector<AlarmKind> alarms(State const& state, UtcTime now, std::size_t foreign = 0) {
  std::vector<AlarmKind> kinds;
  for (auto const& alarm : status_of(state, foreign, now).alarms) kinds.push_back(alarm.kind);
  return kinds;
}

using Kinds = std::vector<AlarmKind>;

TEST_CASE("an event that waits for a day raises no alarm, one second more does") {
  CHECK(alarms(one_queued(), release_night + 24h) == Kinds{});
  CHECK(alarms(one_queued(), release_night + 24h + 1s) == Kinds{AlarmKind::Overdue});
}

TEST_CASE("a parked event raises an alarm of its own and is not overdue") {
  auto state = one_queued();
  state.known[0].parked = "status 409";
  CHECK(alarms(state, release_night + 48h) == Kinds{AlarmKind::Parked});
}

TEST_CASE("a held queue raises an alarm while anything waits in it") {
  auto state = one_queued();
  state.held = "status 403";
  CHECK(alarms(state, release_night) == Kinds{AlarmKind::Held});
  state.known.clear();
  CHECK(alarms(state, release_night) == Kinds{});
}

TEST_CASE("a clock that is off by four minutes is borne, one second more raises an alarm") {
  State state;
  for (auto const sign : {1, -1}) {
    state.clock_skew = 240s * sign;
    CHECK(alarms(state, release_night) == Kinds{});
    state.clock_skew = 241s * sign;
    CHECK(alarms(state, release_night) == Kinds{AlarmKind::ClockSkew});
  }
}

TEST_CASE("a dead clock raises an alarm") {
  CHECK(alarms(State{}, UtcTime{}) == Kinds{AlarmKind::DeadClock});
}

TEST_CASE("files that do not belong in the outbox raise an alarm") {
  CHECK(alarms(State{}, release_night, 2) == Kinds{AlarmKind::ForeignFiles});
}

TEST_CASE("the next attempt is the later of the start delay and the wait") {
  auto state = one_queued();
  CHECK(status_of(state, 0, release_night).next_attempt == release_night);
  state.start_not_before = release_night + 50s;
  CHECK(status_of(state, 0, release_night).next_attempt == release_night + 50s);
  state.attempts = {.failures = 1, .last = release_night, .not_before = release_night + 80s};
  CHECK(status_of(state, 0, release_night).next_attempt == release_night + 80s);
  state.known.clear();
  CHECK(status_of(state, 0, release_night).next_attempt == std::nullopt);
}

TEST_CASE("the status in words says what is queued, delivered, next and wrong") {
  auto state = one_queued();
  state.known.push_back({62, event_id(62), release_night, "status 409: Dubbele periode"});
  state.attempts = {.failures = 1, .last = release_night, .not_before = release_night + 80s};
  state.last_cause = "no connection to the collector";
  state.last_delivery = LastDelivery{release_night - 720h, 60, event_id(60)};
  CHECK(to_text(status_of(state, 0, release_night)) ==
        "1 queued, 1 parked.\n"
        "Last delivery: sequence 60 at 2026-11-04T03:00:00Z.\n"
        "Next attempt: 2026-12-04T03:01:20Z, or soon after.\n"
        "The last attempt failed: no connection to the collector.\n"
        "Parked: sequence 62, 0b5f3c1e-8f0a-4c7d-9b1e-00000000003e: status 409: Dubbele periode.\n"
        "ALARM: 1 refused for good and parked; the first, sequence 62: status 409: "
        "Dubbele periode.\n");
}

TEST_CASE("the status as JSON says the same to programs") {
  auto state = one_queued();
  state.clock_skew = 600s;
  CHECK(to_json(status_of(state, 0, release_night)) == R"({
 "queued": [
  {
   "sequence": 61,
   "id": "0b5f3c1e-8f0a-4c7d-9b1e-00000000003d",
   "first_seen": "2026-12-04T03:00:00Z"
  }
 ],
 "parked": [],
 "next_attempt": "2026-12-04T03:00:00Z",
 "alarms": [
  {
   "kind": "clock_skew",
   "text": "the clock is 10 minutes ahead of the collector's"
  }
 ]
}
)");
}

}  // namespace
