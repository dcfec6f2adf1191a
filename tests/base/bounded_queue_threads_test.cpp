#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/base/bounded_queue.h"

namespace {

using inloop::BoundedQueue;

constexpr int pushers = 4;
constexpr int takers = 3;
constexpr int items_each = 2000;
constexpr std::size_t small_capacity = 8;

void push_range(BoundedQueue<int>& queue, int first) {
  for (int item = first; item < first + items_each; ++item)
    while (!queue.try_push(item)) std::this_thread::yield();
}

TEST_CASE("each item pushed by many threads is taken once by exactly one of many") {
  BoundedQueue<int> queue(small_capacity);
  std::mutex taken_mutex;
  std::vector<int> taken;

  std::vector<std::thread> taking;
  for (int taker = 0; taker < takers; ++taker) {
    taking.emplace_back([&] {
      while (auto item = queue.take()) {
        std::lock_guard const lock(taken_mutex);
        taken.push_back(*item);
      }
    });
  }
  std::vector<std::thread> pushing;
  for (int pusher = 0; pusher < pushers; ++pusher)
    pushing.emplace_back([&queue, pusher] { push_range(queue, pusher * items_each); });
  for (auto& thread : pushing) thread.join();
  queue.close();
  for (auto& thread : taking) thread.join();

  std::sort(taken.begin(), taken.end());
  REQUIRE(taken.size() == std::size_t{pushers} * items_each);
  for (int item = 0; item < pushers * items_each; ++item)
    REQUIRE(taken[static_cast<std::size_t>(item)] == item);
}

TEST_CASE("closing a queue wakes every thread that waits for an item") {
  BoundedQueue<int> queue(small_capacity);
  std::vector<std::optional<int>> outcomes(takers, 1);
  std::vector<std::thread> waiting;
  for (auto& outcome : outcomes) waiting.emplace_back([&] { outcome = queue.take(); });
  queue.close();
  for (auto& thread : waiting) thread.join();
  for (auto const& outcome : outcomes) CHECK(outcome == std::nullopt);
}

}  // namespace
