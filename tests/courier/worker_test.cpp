#include "sync/courier/worker.h"

#include <catch2/catch.hpp>

#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;

constexpr ScheduleRules no_start_delay{
    .first_retry = 30s, .longest_retry = 3600s, .longest_start_delay = 0s};

// A worker in surroundings that a test can turn.
struct Bench {
  QuietLog quiet;
  MemoryFiles files;
  FakeHttp http;
  FakeClock clock;
  SeededRandom random{20261204};

  Worker start(ScheduleRules const& rules = no_start_delay) {
    return Worker::start({files, http, clock, random}, rules, remembering_papers()).value();
  }

  // Turns the clock to the next attempt and takes a step there.
  Step next_step(Worker& worker) {
    clock.now = std::max(clock.now, worker.status().next_attempt.value_or(clock.now));
    return worker.step().value();
  }

  [[nodiscard]] std::vector<std::int64_t> sent() const {
    std::vector<std::int64_t> sequences;
    for (auto const& one : http.sent) sequences.push_back(one.sequence);
    return sequences;
  }
};

std::function<HttpOutcome(Letter const&)> always(HttpOutcome outcome) {
  return [outcome = std::move(outcome)](Letter const&) { return outcome; };
}

std::vector<AlarmKind> alarms(Worker const& worker) {
  std::vector<AlarmKind> kinds;
  for (auto const& alarm : worker.status().alarms) kinds.push_back(alarm.kind);
  return kinds;
}

TEST_CASE("an empty outbox is left in peace and writes nothing but the first state") {
  Bench bench;
  auto worker = bench.start();
  for (int step = 0; step < 100; ++step) CHECK(worker.step() == Step::Rested);
  CHECK(bench.http.sent.empty());
  CHECK(bench.files.state_writes <= 1);
}

TEST_CASE("events are delivered in order, each once, with the answer as the receipt") {
  Bench bench;
  for (int const sequence : {3, 1, 2}) bench.files.add(sequence);
  auto worker = bench.start();
  for (int event = 0; event < 3; ++event) CHECK(worker.step() == Step::Delivered);
  CHECK(worker.step() == Step::Rested);
  CHECK(bench.sent() == std::vector<std::int64_t>{1, 2, 3});
  CHECK(bench.files.receipts.at(event_id(2)) == receipt_for(letter(2)));
  CHECK(worker.status().last_delivery == LastDelivery{release_night, 3, event_id(3)});
  CHECK(bench.files.events.size() == 3);
}

TEST_CASE("the first attempt comes within five minutes, at a moment of the kiosk's own") {
  std::set<UtcTime> moments;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Bench bench;
    bench.random = SeededRandom(seed);
    bench.files.add(1);
    auto worker = bench.start(ScheduleRules{});
    while (worker.step().value() != Step::Delivered) bench.clock.now += 1s;
    CHECK(bench.clock.now <= release_night + 300s);
    moments.insert(bench.clock.now);
  }
  CHECK(moments.size() > 30);
}

TEST_CASE("the start delay survives a restart") {
  Bench bench;
  bench.files.add(1);
  auto const planned = [&] {
    auto worker = bench.start(ScheduleRules{});
    (void)worker.step();
    return worker.status().next_attempt;
  };
  auto const first = planned();
  REQUIRE(first > release_night);
  CHECK(planned() == first);
}

TEST_CASE("a clock that is set back does not stretch the start delay") {
  Bench bench;
  bench.files.add(1);
  auto worker = bench.start(ScheduleRules{});
  (void)worker.step();
  bench.clock.now = UtcTime{};
  (void)worker.step();
  bench.clock.now += 300s;
  CHECK(worker.step() == Step::Delivered);
}

TEST_CASE("a failed attempt is repeated with the same bytes after the wait, not before") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = always(NoAnswer{Trouble::Connection, "no connection"});
  auto worker = bench.start();
  CHECK(worker.step() == Step::Failed);
  CHECK(worker.status().last_cause == "no connection");
  bench.http.answer = always(answer_of(503, "", ""));
  CHECK(bench.next_step(worker) == Step::Failed);
  bench.http.answer = good_answer;
  while (worker.status().next_attempt == bench.clock.now) (void)worker.step();
  auto const due = worker.status().next_attempt;
  if (due) {
    bench.clock.now = *due - 1s;
    CHECK(worker.step() == Step::Rested);
    CHECK(bench.next_step(worker) == Step::Delivered);
  }
  for (auto const& one : bench.http.sent) CHECK(one.bytes == event_bytes(1));
  CHECK(worker.status().last_cause == std::nullopt);
}

TEST_CASE("the collector's Retry-After is waited for, and the jitter comes on top") {
  Bench bench;
  bench.files.add(1);
  auto answer = answer_of(429, "", "");
  answer.retry_after = "600";
  bench.http.answer = always(answer);
  auto worker = bench.start();
  CHECK(worker.step() == Step::Failed);
  CHECK(worker.status().next_attempt >= release_night + 600s);
  CHECK(worker.status().next_attempt <= release_night + 630s);
}

TEST_CASE("an attempt that a crash cut short counts as failed") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = [](Letter const&) -> HttpOutcome { throw std::runtime_error("power cut"); };
  for (int crash = 1; crash <= 12; ++crash) {
    auto worker = bench.start();
    bench.clock.now = std::max(bench.clock.now, worker.status().next_attempt.value_or(UtcTime{}));
    CHECK_THROWS(worker.step());
  }
  auto const state = state_from(bench.files.state.value()).value();
  CHECK(state.attempts.failures == 12);
  CHECK(state.attempts.not_before.has_value());
}

TEST_CASE("a parked event stays in the outbox while the others go on") {
  Bench bench;
  for (int const sequence : {1, 2, 3}) bench.files.add(sequence);
  bench.http.answer = [](Letter const& sent) -> HttpOutcome {
    if (sent.sequence == 2) return answer_of(409, "", "");
    return good_answer(sent);
  };
  auto worker = bench.start();
  CHECK(worker.step() == Step::Delivered);
  CHECK(worker.step() == Step::Parked);
  CHECK(worker.step() == Step::Delivered);
  CHECK(worker.step() == Step::Rested);
  CHECK(alarms(worker) == std::vector{AlarmKind::Parked});
  CHECK(bench.files.events.contains(2));

  auto again = bench.start();
  CHECK(again.step() == Step::Rested);
  CHECK(bench.sent() == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("an event that is not of the schema is parked unsent") {
  Bench bench;
  bench.files.add(2);
  bench.files.events[1] = R"({"naam": "Fatima"})";
  auto worker = bench.start();
  CHECK(worker.step() == Step::Parked);
  CHECK(worker.step() == Step::Delivered);
  CHECK(bench.sent() == std::vector<std::int64_t>{2});
  CHECK(worker.status().parked.at(0).parked->starts_with("not sent: "));
}

TEST_CASE("a held queue keeps everything, waits an hour or two and raises an alarm") {
  Bench bench;
  bench.files.add(1);
  bench.files.add(2);
  bench.http.answer = always(answer_of(403, "", ""));
  auto worker = bench.start();
  CHECK(worker.step() == Step::Failed);
  CHECK(alarms(worker) == std::vector{AlarmKind::Held});
  CHECK(worker.status().queued.size() == 2);
  bench.clock.now += 1h - 1s;
  CHECK(worker.step() == Step::Rested);
  bench.clock.now += 1h + 1s;
  bench.http.answer = good_answer;
  CHECK(worker.step() == Step::Delivered);
  CHECK(worker.step() == Step::Delivered);
  CHECK(alarms(worker).empty());
}

TEST_CASE("an event that fails for ever does not keep the others from their turn") {
  Bench bench;
  for (int const sequence : {1, 2, 3}) bench.files.add(sequence);
  bench.http.answer = [](Letter const& sent) -> HttpOutcome {
    if (sent.sequence == 1) return answer_of(500, "", "");
    return good_answer(sent);
  };
  auto worker = bench.start();
  for (int step = 0; step < 4; ++step) (void)bench.next_step(worker);
  CHECK(bench.sent() == std::vector<std::int64_t>{1, 2, 3, 1});
  CHECK(bench.files.receipts.size() == 2);
}

TEST_CASE("a captive portal delivers nothing and is overdue after a day") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = always(answer_of(200, "text/html", "<html>Log in</html>"));
  auto worker = bench.start();
  while (bench.clock.now <= release_night + 24h) CHECK(bench.next_step(worker) == Step::Failed);
  CHECK(bench.files.receipts.empty());
  CHECK(alarms(worker) == std::vector{AlarmKind::Overdue});
}

TEST_CASE("a dead clock is named when certificates look not yet valid") {
  Bench bench;
  bench.files.add(1);
  bench.clock.now = UtcTime{};
  bench.http.answer = always(NoAnswer{Trouble::CertificateNotYetValid, "not yet valid"});
  auto worker = bench.start();
  CHECK(worker.step() == Step::Failed);
  CHECK(worker.status().last_cause ==
        "the clock of this machine says 1970-01-01T00:00:00Z, its battery may be dead: "
        "not yet valid");
  bench.clock.now = release_night;
  CHECK(worker.step() == Step::Failed);
  CHECK(worker.status().last_cause == "not yet valid");
}

TEST_CASE("waiting since a dead clock is not waiting since 1970") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = always(NoAnswer{Trouble::Connection, "no connection"});
  bench.clock.now = UtcTime{};
  auto worker = bench.start();
  (void)worker.step();
  bench.clock.now = release_night;
  (void)worker.step();
  CHECK(alarms(worker).empty());
}

TEST_CASE("a clock that is more than four minutes off the collector's raises an alarm") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = [](Letter const& sent) -> HttpOutcome {
    auto answer = good_answer(sent);
    answer.date = "Fri, 04 Dec 2026 03:04:01 GMT";
    return answer;
  };
  auto worker = bench.start();
  CHECK(worker.step() == Step::Delivered);
  CHECK(alarms(worker) == std::vector{AlarmKind::ClockSkew});
}

TEST_CASE("on a full disk nothing is sent until the attempt can be remembered") {
  Bench bench;
  bench.files.add(1);
  bench.files.is_full = true;
  auto worker = bench.start();
  CHECK_FALSE(worker.step());
  CHECK(bench.http.sent.empty());
  bench.files.is_full = false;
  CHECK(worker.step() == Step::Delivered);
}

TEST_CASE("an event whose receipt cannot be written is sent again") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = [&](Letter const& sent) -> HttpOutcome {
    bench.files.is_full = bench.http.sent.size() == 1;
    return good_answer(sent);
  };
  auto worker = bench.start();
  CHECK_FALSE(worker.step());
  bench.files.is_full = false;
  bench.clock.now += 30s;
  CHECK(worker.step() == Step::Delivered);
  CHECK(bench.sent() == std::vector<std::int64_t>{1, 1});
}

TEST_CASE("a receipt that cannot be read does not stop the others") {
  Bench bench;
  bench.files.add(1);
  bench.files.add(2);
  bench.files.unreadable_receipts.insert(event_id(1));
  auto worker = bench.start();
  CHECK(worker.step() == Step::Delivered);
  CHECK(worker.step() == Step::Delivered);
  CHECK(bench.files.receipts.contains(event_id(2)));
}

TEST_CASE("an event that the kiosk has taken away is forgotten") {
  Bench bench;
  bench.files.add(1);
  bench.http.answer = always(answer_of(409, "", ""));
  auto worker = bench.start();
  CHECK(worker.step() == Step::Parked);
  bench.files.events.clear();
  CHECK(worker.step() == Step::Rested);
  CHECK(worker.status().parked.empty());
}

TEST_CASE("files that do not belong in the outbox are reported") {
  Bench bench;
  bench.files.foreign = {"holiday.jpg"};
  auto worker = bench.start();
  CHECK(worker.step() == Step::Rested);
  CHECK(alarms(worker) == std::vector{AlarmKind::ForeignFiles});
}

TEST_CASE("a damaged state is set aside, and the deliveries go on") {
  Bench bench;
  bench.files.add(1);
  bench.files.state = "{\"version\": 1, \"kno";
  auto worker = bench.start();
  CHECK(bench.files.damaged_state == "{\"version\": 1, \"kno");
  CHECK(worker.step() == Step::Delivered);
}

TEST_CASE("an operator who mended something need not wait") {
  Bench bench;
  bench.files.add(1);
  bench.files.add(2);
  bench.http.answer = [](Letter const& sent) -> HttpOutcome {
    return answer_of(sent.sequence == 1 ? 400 : 401, "", "");
  };
  auto worker = bench.start();
  CHECK(worker.step() == Step::Parked);
  CHECK(worker.step() == Step::Failed);
  CHECK(worker.step() == Step::Rested);
  bench.http.answer = good_answer;
  REQUIRE(worker.forget_waits());
  CHECK(worker.step() == Step::Delivered);
  CHECK(worker.step() == Step::Delivered);
  CHECK(alarms(worker).empty());
}

TEST_CASE("without random bits nothing is sent") {
  Bench bench;
  BrokenRandom broken;
  bench.files.add(1);
  auto worker =
      Worker::start({bench.files, bench.http, bench.clock, broken}, no_start_delay).value();
  CHECK_FALSE(worker.step());
  CHECK(bench.http.sent.empty());
}

}  // namespace
