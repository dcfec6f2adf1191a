#include "kiosk/store/running_copy.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <thread>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/store/backup.h"
#include "kiosk/store/mending.h"
#include "kiosk/store/restoring.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

constexpr auto stamp = "20261124T090000Z";
core::Period const november = core::period_from("2026-11").value();

// The store's thread as the kiosk has it: closures of others, one after the other.
class StoreThread {
 public:
  explicit StoreThread(House const& house) : m_store(house.store()) {}
  ~StoreThread() {
    m_jobs.close();
    m_thread.join();
  }
  StoreThread(StoreThread const&) = delete;
  StoreThread& operator=(StoreThread const&) = delete;

  template <class Work>
  auto with_store(Work const& work) {
    std::promise<std::invoke_result_t<Work, Store&>> promise;
    auto answer = promise.get_future();
    while (!m_jobs.try_push([&] { promise.set_value(work(m_store)); })) std::this_thread::yield();
    return answer.get();
  }

 private:
  Store m_store;
  BoundedQueue<std::function<void()>> m_jobs{64};
  std::thread m_thread{[this] {
    while (auto const job = m_jobs.take()) (*job)();
  }};
};

std::int64_t adults_in_november(Store& store) {
  std::int64_t adults = 0;
  for (auto const& count : need(store.period_counts(november)).dayparts) adults += count.adults;
  return adults;
}

TEST_CASE("A copy that is made while people come in has everybody who came before its last step") {
  House const house;
  auto const target = house.folder.path() / "copy" / "kiosk.db";
  int before = 0;
  int after = 0;
  {
    StoreThread store(house);
    auto const come_in = [&] {
      need(store.with_store(
          [](Store& one) { return one.add_visit(visit_on(date("2026-11", 23))); }));
    };
    for (; before < 500; ++before) come_in();
    need(store.with_store([&](Store& one) { return begin_copy(one, target); }));
    std::atomic<bool> is_done = false;
    std::atomic<int> welcomed = before;
    std::thread visitors([&] {
      while (!is_done) {
        come_in();
        ++welcomed;
      }
    });
    constexpr int pages = 1;  // so that there are many steps for people to come in between
    CopyState state{.remaining_pages = 1};
    while (state.remaining_pages > 0) {
      while (welcomed == before) std::this_thread::yield();
      before = welcomed;
      state = need(store.with_store([](Store& one) { return continue_copy(one, pages); }));
    }
    is_done = true;
    visitors.join();
    after = welcomed;
  }
  need(finish_copy(target));
  auto copy = need(open_restored(house.options(), target));
  auto const copied = adults_in_november(copy);
  INFO(copied << " of " << before << " to " << after);
  CHECK(copied >= before);
  CHECK(copied <= after);
  CHECK(after > 500);
}

TEST_CASE("A step that copies pages is short even where the file is large") {
  House const house;
  auto const target = house.folder.path() / "copy" / "kiosk.db";
  StoreThread store(house);
  need(store.with_store([](Store& one) -> Result<> {
    for (int i = 0; i < 300; ++i)
      if (auto const id = one.add_activity({.title = "Naaiclub", .picture = "🧵"}); !id)
        return tl::unexpected(id.error());
    return {};
  }));
  need(store.with_store([&](Store& one) { return begin_copy(one, target); }));
  int steps = 0;
  int total = 0;
  CopyState state{.remaining_pages = 1};
  while (state.remaining_pages > 0) {
    auto const left = state.remaining_pages;
    state = need(store.with_store([](Store& one) { return continue_copy(one, 3); }));
    if (steps > 0) CHECK(state.remaining_pages <= std::max(0, left - 3));
    total = state.total_pages;
    ++steps;
  }
  CHECK(steps == (total + 2) / 3);
}

TEST_CASE("A copy that nobody began, or that the store lost, is not continued") {
  House const house;
  auto const target = house.folder.path() / "copy" / "kiosk.db";
  {
    auto store = house.store();
    CHECK(continue_copy(store).error() == Error{"copying: no copy was begun"});
    need(begin_copy(store, target));
    abandon_copy(store);
    CHECK_FALSE(continue_copy(store));
    need(begin_copy(store, target));
  }
  auto store = house.store();
  CHECK_FALSE(continue_copy(store));
  need(begin_copy(store, target));
  CHECK(need(continue_copy(store)).remaining_pages == 0);
}

TEST_CASE("A copy that cannot be written leaves the store as it is") {
  House const house;
  auto store = house.store();
  std::filesystem::create_directories(house.folder.path() / "open");
  std::filesystem::permissions(house.folder.path() / "open", std::filesystem::perms::all);
  CHECK_FALSE(begin_copy(store, house.folder.path() / "open" / "kiosk.db"));
  CHECK_FALSE(store.is_lost());
  need(store.add_visit(visit_on(date("2026-11", 23))));
}

struct Restoration : House {
  std::filesystem::path copy = folder.path() / "copy" / "kiosk.db";

  void copy_now(Store& store) const {
    need(begin_copy(store, copy));
    while (need(continue_copy(store)).remaining_pages > 0) {
    }
    need(finish_copy(copy));
  }

  [[nodiscard]] Mended opened() const {
    return need(open_or_mend(options(), folder.path() / "backups", stamp));
  }
};

TEST_CASE("What waits beside the store takes its place at the next opening, once") {
  Restoration const house;
  {
    auto store = house.store();
    need(store.add_visit(visit_on(date("2026-11", 20))));
    house.copy_now(store);
    need(store.add_visit(visit_on(date("2026-11", 21))));
    need(open_restored(house.options(), house.copy));
    need(let_wait(house.copy, house.file));
    let_go(store);
    CHECK(store.is_lost());
    CHECK_FALSE(store.add_visit(visit_on(date("2026-11", 22))));
  }
  {
    auto mended = house.opened();
    CHECK(adults_in_november(mended.store) == 1);
    REQUIRE(mended.loss.has_value());
    CHECK(mended.loss->reason == "a host restored a backup");
    // What was there is kept for whoever restored the wrong one.
    CHECK(std::filesystem::exists(mended.loss->moved_to));
  }
  auto again = house.opened();
  CHECK_FALSE(again.loss.has_value());
  CHECK(adults_in_november(again.store) == 1);
}

TEST_CASE("A backup is restored on a machine that has nothing yet") {
  Restoration const old_house;
  {
    auto store = old_house.store();
    need(store.add_visit(visit_on(date("2026-11", 20))));
    auto const yoga = need(store.add_activity({.title = "Yoga", .picture = "🧘🏽"}));
    need(store.add_session(yoga, {.date = date("2026-12", 1), .minute_of_day = 600}, 60));
    need(close(store, "2026-10"));
    old_house.copy_now(store);
  }
  Restoration const new_house;
  std::filesystem::create_directories(new_house.file.parent_path());
  std::filesystem::copy_file(old_house.copy, waiting_file(new_house.file));
  auto mended = new_house.opened();
  CHECK(adults_in_november(mended.store) == 1);
  CHECK(need(mended.store.activities()).size() == 1);
  CHECK(need(mended.store.agenda(date("2026-12", 1), 1)).size() == 1);
  CHECK(need(mended.store.releases()).size() == 1);
  CHECK_FALSE(close(mended.store, "2026-10"));
}

TEST_CASE("An empty or damaged copy is not restored") {
  Restoration const house;
  {
    auto store = house.store();
    need(store.add_visit(visit_on(date("2026-11", 20))));
    house.copy_now(store);
  }
  CHECK_FALSE(open_restored(house.options(), house.folder.path() / "nowhere.db"));
  auto const page_bytes = std::uintmax_t{4096};
  std::filesystem::resize_file(house.copy, std::filesystem::file_size(house.copy) - page_bytes);
  CHECK_FALSE(open_restored(house.options(), house.copy));
}

}  // namespace
}  // namespace inloop::store::test
