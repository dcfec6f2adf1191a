#include "kiosk/base/bounded_queue.h"

#include <memory>

#include <catch2/catch.hpp>

namespace {

using inloop::BoundedQueue;

TEST_CASE("a queue hands its items out in the order they were pushed") {
  BoundedQueue<int> queue(3);
  for (int item : {1, 2, 3}) REQUIRE(queue.try_push(item));
  CHECK(queue.take() == 1);
  CHECK(queue.try_take() == 2);
  CHECK(queue.take() == 3);
}

TEST_CASE("a full queue refuses an item and keeps what it had") {
  BoundedQueue<int> queue(2);
  REQUIRE(queue.try_push(1));
  REQUIRE(queue.try_push(2));
  CHECK_FALSE(queue.try_push(3));
  CHECK(queue.take() == 1);
  CHECK(queue.take() == 2);
  CHECK(queue.try_take() == std::nullopt);
}

TEST_CASE("a full queue takes an item again once one was taken") {
  BoundedQueue<int> queue(1);
  REQUIRE(queue.try_push(1));
  REQUIRE(queue.take() == 1);
  CHECK(queue.try_push(2));
}

TEST_CASE("an empty queue has nothing to take without waiting") {
  BoundedQueue<int> queue(1);
  CHECK(queue.try_take() == std::nullopt);
}

TEST_CASE("a closed queue refuses items but gives out those it has") {
  BoundedQueue<int> queue(2);
  REQUIRE(queue.try_push(1));
  queue.close();
  CHECK_FALSE(queue.try_push(2));
  CHECK(queue.take() == 1);
  CHECK(queue.take() == std::nullopt);
}

TEST_CASE("a queue carries items that can only be moved") {
  BoundedQueue<std::unique_ptr<int>> queue(1);
  REQUIRE(queue.try_push(std::make_unique<int>(7)));
  auto const item = queue.take();
  REQUIRE(item.has_value());
  CHECK(**item == 7);
}

}  // namespace
