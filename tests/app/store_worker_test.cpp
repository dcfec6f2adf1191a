#include "kiosk/app/store_worker.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include <catch2/catch.hpp>

#include "kiosk/store/restoring.h"
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
  std::optional<core::Period> card_month;  // of the key that the worker handed out

  Result<store::Store> open() const {
    return store::Store::open({.file = folder.path() / "kiosk" / "kiosk.db", .place = "linde"});
  }

  Housekeeping housekeeping() {
    return {Closing({.place_id = "linde"}, wall, random),
            {.backups = folder.path() / "kiosk" / "backups", .place_id = "linde", .hatch = hatch}};
  }

  StoreHelp help() {
    return {
        .random = random,
        .take_card_key = [this](core::Period month, store::CardKey const&) { card_month = month; },
        .forget_card_key = [this] { card_month.reset(); }};
  }

  // A session of this afternoon with one place.
  core::SessionId plan_session_with_one_place() const {
    auto store = open();
    REQUIRE(store);
    auto const activity = store->add_activity({.title = "Baking",
                                               .picture = "🧁",
                                               .kind = core::ActivityKind::Cooking,
                                               .sign_up = core::SignUpMode::Token,
                                               .capacity = 1});
    REQUIRE(activity);
    auto const session =
        store->add_session(*activity, {.date = monday_morning.date, .minute_of_day = 14 * 60}, 60);
    REQUIRE(session);
    return *session;
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
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                     house.waiting.inbox);
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
    StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                       house.waiting.inbox);
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
      house.housekeeping(), house.help(), house.waiting.inbox);
  house.waiting.next_as<core::StoreLost>();
  worker.perform(core::StoreVisit{.request = 1, .visit = {.arrived = monday_morning}});
  CHECK(house.waiting.next_as<core::StoreRefused>().request == 1);
  worker.perform(core::MendStore{});
  is_disk_there = true;
  worker.perform(core::MendStore{});
  house.waiting.next_as<core::StoreMended>();
  worker.perform(core::StoreVisit{.request = 2, .visit = {.arrived = monday_morning}});
  auto answer = house.waiting.next();
  // The first question may have found the disk as well: then it is told twice.
  if (std::holds_alternative<core::StoreMended>(answer)) answer = house.waiting.next();
  REQUIRE(std::holds_alternative<core::VisitStored>(answer));
  CHECK(std::get<core::VisitStored>(answer).request == 2);
}

TEST_CASE("a store that was let go is opened again at once, and no card is hashed as before") {
  House house;
  int opened = 0;
  StoreWorker worker(
      [&] {
        ++opened;
        return house.open();
      },
      house.housekeeping(), house.help(), house.waiting.inbox);
  worker.perform(core::LoadAgenda{monday_morning.date});
  house.waiting.next_as<core::AgendaLoaded>();
  REQUIRE(worker.lend([](store::Store* store) { store::let_go(*store); }));
  house.waiting.next_as<core::StoreMended>();
  CHECK(opened == 2);
  CHECK_FALSE(house.card_month);
  worker.perform(core::LoadAgenda{monday_morning.date});
  house.waiting.next_as<core::AgendaLoaded>();
}

TEST_CASE("the store's pulse counts its jobs and rests between them") {
  House house;
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                     house.waiting.inbox);
  for (int request = 1; request <= 3; ++request) {
    worker.perform(core::StoreVisit{.request = request, .visit = {.arrived = monday_morning}});
    house.waiting.next_as<core::VisitStored>();
  }
  while (worker.pulse().is_busy) std::this_thread::yield();
  CHECK(worker.pulse().jobs_done >= 2);
}

TEST_CASE("of two who take the last place in the same moment one gets it and the other is told") {
  House house;
  auto const session = house.plan_session_with_one_place();
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                     house.waiting.inbox);
  for (int request = 1; request <= 2; ++request)
    worker.perform(core::StoreSignUp{.request = request,
                                     .session = session,
                                     .token = core::Token{.picture = request},
                                     .now = monday_morning});
  auto const first = house.waiting.next_as<core::SignUpStored>();
  CHECK(first.request == 1);
  CHECK(first.token == core::Token{.picture = 1});
  auto const second = house.waiting.next_as<core::SignUpRefused>();
  CHECK(second.request == 2);
  CHECK(second.problem == core::SignUpProblem::Full);
}

TEST_CASE("who waits gets the place of who stops coming") {
  House house;
  auto const session = house.plan_session_with_one_place();
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                     house.waiting.inbox);
  for (int request = 1; request <= 2; ++request)
    worker.perform(core::StoreSignUp{.request = request,
                                     .session = session,
                                     .token = core::Token{.picture = request},
                                     .when_full = core::WhenFull::Wait,
                                     .now = monday_morning});
  house.waiting.next_as<core::SignUpStored>();
  CHECK(house.waiting.next_as<core::SignUpStored>().place.waiting_number == 1);
  worker.perform(core::CancelSignUp{3, session, core::Token{.picture = 1}});
  house.waiting.next_as<core::SignUpCancelled>();
  worker.perform(core::FindSignUp{4, session, core::Token{.picture = 2}});
  auto const found = house.waiting.next_as<core::SignUpFound>();
  CHECK_FALSE(found.place.is_waiting());
  CHECK(found.place.has_moved_up);
  worker.perform(core::FindSignUp{5, session, core::Token{.picture = 1}});
  CHECK(house.waiting.next_as<core::SignUpRefused>().problem == core::SignUpProblem::Unknown);
}

TEST_CASE("the agenda brings the key of the month's cards, and a card is counted once a daypart") {
  House house;
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                     house.waiting.inbox);
  worker.perform(core::LoadAgenda{monday_morning.date});
  CHECK(house.waiting.next_as<core::AgendaLoaded>().from == monday_morning.date);
  CHECK(house.card_month == core::period_of(monday_morning.date));

  core::Visit const visit{.arrived = monday_morning, .channel = core::Channel::Card};
  CardHash const card{.month = core::period_of(monday_morning.date)};
  worker.perform(core::StoreCardVisit{1, visit, card});
  CHECK(house.waiting.next_as<core::VisitStored>().first_time == core::FirstTime::Yes);
  worker.perform(core::StoreCardVisit{2, visit, card});
  CHECK(house.waiting.next_as<core::CardKnown>().request == 2);
}

TEST_CASE("a feeling is stored, and without a release there is none to show") {
  House house;
  StoreWorker worker([&] { return house.open(); }, house.housekeeping(), house.help(),
                     house.waiting.inbox);
  worker.perform(core::StoreFeeling{1, core::period_of(monday_morning.date), core::Feeling::Yes});
  CHECK(house.waiting.next_as<core::FeelingStored>().request == 1);
  worker.perform(core::LoadRelease{2});
  CHECK_FALSE(house.waiting.next_as<core::ReleaseLoaded>().month.has_value());
}
