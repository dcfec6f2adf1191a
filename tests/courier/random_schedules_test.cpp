// Ten thousand random histories of lost answers, duplicates, refusals, full disks and power cuts,
// each followed by a time in which all is well: then every release is there exactly once.

#include <catch2/catch.hpp>

#include "sync/courier/worker.h"
#include "tests/courier/model_collector.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;

struct PowerCut {};

struct Told {
  int requests = 0;
  int power_cuts = 0;
  int lost_answers = 0;
};

// One history. Everything that happens in it follows from the seed.
class History {
 public:
  explicit History(std::uint64_t seed) : m_chance(seed), m_random(seed + 1) {
    m_http.answer = [this](Letter const& sent) { return answer(sent); };
    m_files.before_write = [this] {
      if (m_is_faulty && m_chance.below(40) == 0) throw PowerCut{};
    };
  }

  Told play() {
    for (int turn = 0; turn < turns; ++turn) {
      if (m_last_sequence < most_events_told && m_chance.below(4) == 0)
        m_files.add(++m_last_sequence);
      m_files.is_full = m_chance.below(12) == 0;
      work();
    }
    heal();
    m_told.requests = m_collector.requests();
    return m_told;
  }

  void check() const {
    CHECK(m_collector.stored() == static_cast<std::size_t>(m_last_sequence));
    for (std::int64_t sequence = 1; sequence <= m_last_sequence; ++sequence) {
      auto const sent = letter(sequence);
      CHECK(m_collector.commits_of(sent.id) == 1);
      CHECK(m_collector.hash_of(sent.id) == sent.hash);
      CHECK(remembered_receipt(m_files.receipts.at(sent.id)).value().hash == sent.hash);
    }
  }

 private:
  static constexpr int turns = 25;
  static constexpr std::int64_t most_events_told = 4;

  HttpOutcome answer(Letter const& sent) {
    if (!m_is_faulty) return m_collector.receive(sent);
    switch (m_chance.below(10)) {
      case 0:
        return NoAnswer{Trouble::Name, "no name"};
      case 1:  // committed, and then the answer is lost
        ++m_told.lost_answers;
        (void)m_collector.receive(sent);
        return NoAnswer{Trouble::Connection, "cut off"};
      case 2:
        (void)m_collector.receive(sent);
        throw PowerCut{};
      case 3:
        throw PowerCut{};
      case 4:
        return answer_of(200, "text/html", "<html>Log in</html>");
      case 5:
        return answer_of(503, "", "");
      case 6:
        return answer_of(401, "", "");
      case 7:  // a network that delivers twice
        (void)m_collector.receive(sent);
        return m_collector.receive(sent);
      default:
        return m_collector.receive(sent);
    }
  }

  // A step or two of a courier that is started when there is none, until the power goes.
  void work() {
    try {
      if (!m_worker) {
        auto started = Worker::start({m_files, m_http, m_clock, m_random}, ScheduleRules{},
                                     remembering_papers());
        REQUIRE(started);
        m_worker.emplace(*std::move(started));
      }
      (void)m_worker->step();
      auto const next = m_worker->status().next_attempt;
      // Mostly the clock reaches the next attempt; now and then it jumps.
      if (m_chance.below(20) == 0)
        m_clock.now = m_chance.below(2) == 0 ? UtcTime{} : release_night + 1000h;
      else
        m_clock.now = std::max(m_clock.now, next.value_or(m_clock.now)) + 1s;
    } catch (PowerCut const&) {
      ++m_told.power_cuts;
      m_worker.reset();
    }
  }

  void heal() {
    m_is_faulty = false;
    m_files.is_full = false;
    m_worker.reset();
    for (int turn = 0; turn < 60; ++turn) {
      work();
      if (m_files.receipts.size() == static_cast<std::size_t>(m_last_sequence)) break;
    }
  }

  SeededRandom m_chance;
  SeededRandom m_random;
  MemoryFiles m_files;
  FakeHttp m_http;
  FakeClock m_clock;
  ModelCollector m_collector;
  std::optional<Worker> m_worker;
  std::int64_t m_last_sequence = 0;
  bool m_is_faulty = true;
  Told m_told;
};

TEST_CASE("whatever happens on the way, each release arrives exactly once") {
  QuietLog const quiet;
  constexpr std::uint64_t first_seed = 1;
  constexpr std::uint64_t histories = 10'000;
  Told all;
  for (std::uint64_t seed = first_seed; seed < first_seed + histories; ++seed) {
    CAPTURE(seed);
    History history(seed);
    auto const told = history.play();
    history.check();
    all.requests += told.requests;
    all.power_cuts += told.power_cuts;
    all.lost_answers += told.lost_answers;
  }
  // The histories are worth nothing when nothing goes wrong in them.
  CHECK(all.lost_answers > 1'000);
  CHECK(all.power_cuts > 1'000);
  WARN("seeds " << first_seed << " to " << histories << ": " << all.requests << " requests, "
                << all.power_cuts << " power cuts, " << all.lost_answers << " lost answers");
}

TEST_CASE("sixty days without a network lose nothing, write little and end by themselves") {
  QuietLog const quiet;
  constexpr std::uint64_t seed = 60;
  CAPTURE(seed);
  MemoryFiles files;
  FakeHttp http;
  FakeClock clock;
  SeededRandom random(seed);
  ModelCollector collector;
  int attempts = 0;
  http.answer = [&](Letter const& sent) -> HttpOutcome {
    ++attempts;
    if (clock.now < release_night + 60 * 24h) return NoAnswer{Trouble::Name, "no name"};
    return collector.receive(sent);
  };
  auto worker =
      Worker::start({files, http, clock, random}, ScheduleRules{}, remembering_papers()).value();
  constexpr int days = 60;
  constexpr auto look = 5min;
  constexpr int looks_a_day = 24h / look;
  std::size_t largest_state = 0;
  for (int at = 0; at < days * looks_a_day; ++at) {
    if (at % (3 * looks_a_day) == 0) files.add(at / (3 * looks_a_day) + 1);
    CHECK(worker.step().value() != Step::Delivered);
    largest_state = std::max(largest_state, files.state->size());
    clock.now += look;
  }
  // Half an hour between two attempts on average, and two writes for each attempt.
  CHECK(attempts > days * 24);
  CHECK(attempts < days * 24 * 4);
  CHECK(files.state_writes < attempts * 2 + 100);
  CHECK(largest_state < 16 * 1024);
  CHECK(worker.status().queued.size() == 20);

  // One long wait at most, and then one after the other.
  auto const network_is_back = clock.now;
  while (files.receipts.size() < 20 && clock.now < network_is_back + 2h)
    if (worker.step().value() != Step::Delivered) clock.now += look;
  CHECK(clock.now <= network_is_back + 1h + look);
  CHECK(collector.stored() == 20);
  CHECK(worker.status().alarms.empty());
}

}  // namespace
