#include "sync/courier/schedule.h"

#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/courier/fakes.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;

constexpr std::uint64_t seed = 20261204;

TEST_CASE("every wait from nothing to the greatest is equally likely") {
  SeededRandom random(seed);
  CAPTURE(seed);
  constexpr int draws = 60'000;
  std::array<int, 31> counts{};
  for (int draw = 0; draw < draws; ++draw) {
    auto const wait = random_wait(30s, random).value();
    REQUIRE(wait >= 0s);
    REQUIRE(wait <= 30s);
    ++counts.at(static_cast<std::size_t>(wait.count()));
  }
  double const expected = draws / 31.0;
  double chi_square = 0;
  for (int const count : counts) chi_square += (count - expected) * (count - expected) / expected;
  double const freedom = 30;
  CHECK(chi_square <= freedom + 6 * std::sqrt(2 * freedom));
}

TEST_CASE("without random bits there is no wait to tell") {
  BrokenRandom random;
  CHECK_FALSE(random_wait(30s, random));
  CHECK_FALSE(begun(Attempts{}, ScheduleRules{}, release_night, random));
  CHECK_FALSE(held(Attempts{}, release_night, random));
}

TEST_CASE("a random source that repeats an unusable number is given up") {
  class AllOnes final : public RandomSource {
    Result<> fill(std::span<std::byte> bytes) override {
      std::ranges::fill(bytes, std::byte{0xff});
      return {};
    }
  } random;
  CHECK_FALSE(random_wait(30s, random));
}

TEST_CASE("the wait doubles with every failure up to the longest, and is drawn below that") {
  SeededRandom random(seed);
  CAPTURE(seed);
  constexpr std::array<seconds, 9> bounds{30s, 60s, 120s, 240s, 480s, 960s, 1920s, 3600s, 3600s};
  for (std::size_t failures = 0; failures < bounds.size(); ++failures) {
    seconds greatest{0};
    for (int draw = 0; draw < 2'000; ++draw) {
      Attempts const before{
          .failures = static_cast<std::int64_t>(failures), .last = {}, .not_before = {}};
      auto const after = begun(before, ScheduleRules{}, release_night, random).value();
      CHECK(after.failures == before.failures + 1);
      greatest = std::max(greatest, *after.not_before - release_night);
    }
    CAPTURE(failures);
    CHECK(greatest <= bounds.at(failures));
    CHECK(greatest >= bounds.at(failures) * 9 / 10);
  }
}

TEST_CASE("a billion failures wait no longer than the longest retry") {
  SeededRandom random(seed);
  Attempts const before{.failures = 1'000'000'000, .last = {}, .not_before = {}};
  auto const after = begun(before, ScheduleRules{}, release_night, random).value();
  CHECK(*after.not_before <= release_night + 3600s);
}

TEST_CASE("the drawn wait begins when the attempt has failed, after what the server asked for") {
  Attempts const attempts{.failures = 1, .last = release_night, .not_before = release_night + 20s};
  auto const later = release_night + 60s;
  CHECK(failed(attempts, later, 0s).not_before == later + 20s);
  CHECK(failed(attempts, later, 120s).not_before == later + 140s);
  CHECK(failed(attempts, later, 240h).not_before == later + 24h + 20s);
}

TEST_CASE("a held queue waits between one hour and two") {
  SeededRandom random(seed);
  for (int draw = 0; draw < 1'000; ++draw) {
    auto const after = held(Attempts{}, release_night, random).value();
    CHECK(*after.not_before >= release_night + 1h);
    CHECK(*after.not_before <= release_night + 2h);
  }
}

TEST_CASE("a clock that is set back neither ends the wait nor stretches it") {
  Attempts const attempts{.failures = 3, .last = release_night, .not_before = release_night + 100s};
  UtcTime const dead{};
  auto const moved = settled(attempts, dead);
  CHECK_FALSE(is_due(moved, dead + 99s));
  CHECK(is_due(moved, dead + 100s));
  CHECK(settled(attempts, release_night + 5s) == attempts);
}

TEST_CASE("a wait that no rule can have drawn is cut short") {
  Attempts const attempts{
      .failures = 3, .last = release_night, .not_before = release_night + 10'000h};
  CHECK(settled(attempts, release_night).not_before == release_night + greatest_wait);
}

TEST_CASE("Retry-After is read as seconds") {
  CHECK(retry_after_from("0", release_night) == 0s);
  CHECK(retry_after_from("120", release_night) == 120s);
  CHECK(retry_after_from("86400", release_night) == 24h);
}

TEST_CASE("Retry-After is read as a date on the server's clock") {
  CHECK(retry_after_from("Fri, 04 Dec 2026 03:02:00 GMT", release_night) == 120s);
  CHECK(retry_after_from("Fri, 04 Dec 2026 02:00:00 GMT", release_night) == 0s);
}

TEST_CASE("a Retry-After of ten years is a day") {
  CHECK(retry_after_from("315360000", release_night) == 24h);
  CHECK(retry_after_from("99999999999999999999999999999999999999999", release_night) == 24h);
  CHECK(retry_after_from("Sun, 04 Dec 2036 03:02:00 GMT", release_night) == 24h);
}

TEST_CASE("garbage as Retry-After says nothing") {
  for (auto const* const value : {"", "-1", "1.5", "1e9", "soon", "120 s", " 120", "0x10", "+5"}) {
    INFO(value);
    CHECK_FALSE(retry_after_from(value, release_night));
  }
}

}  // namespace
