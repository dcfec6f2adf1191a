#include "kiosk/base/clock.h"

#include <catch2/catch.hpp>

namespace {

using inloop::earliest_believable;
using inloop::UtcTime;
using std::chrono::seconds;

TEST_CASE("a clock that lost its battery is not believed") {
  CHECK_FALSE(inloop::is_believable(UtcTime{}));
  CHECK_FALSE(inloop::is_believable(earliest_believable - seconds{1}));
}

TEST_CASE("a clock from the first moment of the program on is believed") {
  CHECK(inloop::is_believable(earliest_believable));
  CHECK(inloop::is_believable(earliest_believable + std::chrono::years{10}));
}

TEST_CASE("the uptime of the system's clock never runs back") {
  auto const& clock = inloop::system_clock();
  auto before_ms = clock.uptime_ms();
  REQUIRE(before_ms > 0);
  for (int reading = 0; reading < 1000; ++reading) {
    auto const now_ms = clock.uptime_ms();
    REQUIRE(now_ms >= before_ms);
    before_ms = now_ms;
  }
}

TEST_CASE("every caller gets the same system clock") {
  CHECK(&inloop::system_clock() == &inloop::system_clock());
}

}  // namespace
