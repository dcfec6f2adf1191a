#include "kiosk/app/store_worker.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include <catch2/catch.hpp>

#include "tests/app/seeded_random.h"
#include "tests/app/turned_clock.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::app;

namespace {

constexpr core::LocalTime monday_morning{std::chrono::year{2026} / 11 / 23, 600};

// An inbox that a test can wait at.
class WaitingInbox {
 public:
  Inbox inbox{[this] {
    std::lock_guard const lock(m_mutex);
    ++m_knocks;
    m_knocked.notify_all();
  }};

  core::Action next() {
    std::unique_lock lock(m_mutex);
    bool const came =
        m_knocked.wait_for(lock, std::chrono::seconds(20), [this] { return m_knocks > m_taken; });
    REQUIRE(came);
    ++m_taken;
    auto action = inbox.take();
    REQUIRE(action);
    return *action;
  }

  template <class Outcome>
  Outcome next_as() {
    auto const action = next();
    REQUIRE(std::holds_alternative<Outcome>(action));
    return std::get<Outcome>(action);
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_knocked;
  int m_knocks = 0;
  int m_taken = 0;
};

struct House {
  inloop::test::TemporaryFolder folder;
  test::TurnedClock clock;
  test::SeededRandom random{1};
  HouseClock wall = std::move(*HouseClock::make(clock, "Europe/Amsterdam"));
  outbox::Folders hatch{folder.path() / "outbox", folder.path() / "receipts"};
  WaitingInbox waiting;

  Result<store::Store> open() const {
    return store::Store::open({.file = folder.path() / "kiosk" / "kiosk.db", .place = "linde"});
  }

  Housekeeping housekeeping() {
    return {Closing({.place_id = "linde"}, wall, random),
            {.backups = folder.path() / "kiosk" / "backups", .place_id = "linde", .hatch = hatch}};
  }

  std::int64_t adults_stored() const {
    auto store = open();
    REQUIRE(store);
    std::int64_t adults = 0;
    auto const counts = store->period_counts(core::period_of(monday_morning.date));
    REQUIRE(counts);
    for (auto const& count : counts->dayparts) adults += count.adults;
    return adults;
  }
};

}  // namespace

TEST_CASE("each effect on a visit is answered by its own request") {
  House house;
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.waiting.inbox);
  worker.perform(core::StoreVisit{.request = 1, .visit = {.arrived = monday_morning}});
  auto const stored = house.waiting.next_as<core::VisitStored>();
  CHECK(stored.request == 1);
  worker.perform(core::AmendVisit{.request = 2, .visit = stored.visit, .party = {3, 1}});
  CHECK(house.waiting.next_as<core::VisitAmended>().request == 2);
  worker.perform(core::UndoVisit{.request = 3, .visit = stored.visit});
  CHECK(house.waiting.next_as<core::VisitUndone>().request == 3);
  worker.perform(core::UndoVisit{.request = 4, .visit = stored.visit});
  CHECK(house.waiting.next_as<core::StoreRefused>().request == 4);
}

TEST_CASE("what was asked before the end is still done") {
  House house;
  {
    StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.waiting.inbox);
    for (int request = 1; request <= 50; ++request)
      worker.perform(core::StoreVisit{.request = request, .visit = {.arrived = monday_morning}});
  }
  CHECK(house.adults_stored() == 50);
}

TEST_CASE("a store that cannot be opened is told, refuses, and is opened again when it can be") {
  House house;
  std::atomic<bool> is_disk_there = false;
  StoreWorker worker(
      [&]() -> Result<store::Store> {
        if (!is_disk_there) return failure("no disk");
        return house.open();
      },
      house.housekeeping(), house.waiting.inbox);
  house.waiting.next_as<core::StoreLost>();
  worker.perform(core::StoreVisit{.request = 1, .visit = {.arrived = monday_morning}});
  CHECK(house.waiting.next_as<core::StoreRefused>().request == 1);
  worker.perform(core::MendStore{});
  is_disk_there = true;
  worker.perform(core::MendStore{});
  house.waiting.next_as<core::StoreMended>();
  worker.perform(core::StoreVisit{.request = 2, .visit = {.arrived = monday_morning}});
  CHECK(house.waiting.next_as<core::VisitStored>().request == 2);
}

TEST_CASE("the store's pulse counts its jobs and rests between them") {
  House house;
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.waiting.inbox);
  for (int request = 1; request <= 3; ++request) {
    worker.perform(core::StoreVisit{.request = request, .visit = {.arrived = monday_morning}});
    house.waiting.next_as<core::VisitStored>();
  }
  while (worker.pulse().is_busy) std::this_thread::yield();
  CHECK(worker.pulse().jobs_done >= 2);
}
