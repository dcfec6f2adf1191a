#include <chrono>

#include <catch2/catch.hpp>

#include "tests/journeys/house.h"

namespace inloop::test {
namespace {

using namespace std::chrono_literals;

constexpr core::Period october = 2026y / std::chrono::October;
constexpr core::Period november = 2026y / std::chrono::November;

// 10 inch on the counter, where the portrait one of 21.5 inch hangs on the wall.
constexpr ui::Glass counter_glass{.width_px = 1280, .height_px = 800, .px_per_mm = 5.94};

std::filesystem::path journey(std::string const& name) {
  return std::filesystem::path(INLOOP_SOURCE_DIR) / "tests" / "journeys" / (name + ".journey");
}

// Plays a journey in a house of its own and finds no fault with any frame.
core::Tally october_after(std::string const& name, ui::Glass const& glass = {}) {
  House house(glass);
  auto const played = house.play(journey(name));
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
  return house.counted(october);
}

}  // namespace

TEST_CASE("one tap counts one adult and the kiosk is ready for the next by itself") {
  auto const counted = october_after("one_tap");
  CHECK(counted.adults == 2);
  CHECK(counted.children == 0);
  CHECK(counted.first_time_skipped == 2);
  CHECK(counted.people_by_slot[0][0] == 2);
  CHECK(counted.people_outside_opening == 0);
}

TEST_CASE("a family is one check-in and four people") {
  auto const counted = october_after("family");
  CHECK(counted.adults == 2);
  CHECK(counted.children == 2);
  CHECK(counted.first_time_yes == 1);
  CHECK(counted.first_time_skipped == 0);
}

TEST_CASE("a family on a small glass is one check-in and four people") {
  auto const counted = october_after("family", counter_glass);
  CHECK(counted.adults + counted.children == 4);
}

TEST_CASE("a mistake is not counted, and the next tap is") {
  auto const counted = october_after("mistake");
  CHECK(counted.adults == 1);
  CHECK(counted.first_time_no == 1);
}

TEST_CASE("a visitor's language goes with the visitor") {
  auto const counted = october_after("arabic");
  CHECK(counted.adults == 1);
  CHECK(counted.first_time_yes == 1);
}

TEST_CASE("large letters, strong contrast and low reach hold on every screen and go again") {
  auto const counted = october_after("large_letters");
  CHECK(counted.adults == 2);
}

TEST_CASE("who walks away from a half-done step has been counted, the step has not") {
  auto const counted = october_after("time_out");
  CHECK(counted.adults == 2);
  CHECK(counted.children == 0);
}

TEST_CASE("a visit when the place means to be closed is counted all the same") {
  auto const counted = october_after("closed_day");
  CHECK(counted.adults == 1);
  CHECK(counted.people_outside_opening == 1);
}

TEST_CASE("two months are closed once each, and a kiosk that starts again closes neither anew") {
  House house;
  for (auto const* const name : {"two_months", "next_morning"}) {
    auto const played = house.play(journey(name));
    INFO((played ? std::string() : played.error().what));
    REQUIRE(played);
    CHECK(house.events_in_outbox() == 2);
  }
  CHECK(house.counted(october).adults == 1);
  CHECK(house.counted(november).adults == 1);
}

TEST_CASE("a kiosk lives through the nights in which the clock changes") {
  House house;
  auto const played = house.play(journey("clock_change"));
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
}

TEST_CASE("in an hour without visitors nothing is drawn but the minutes") {
  House house;
  auto const played = house.play(journey("quiet_hour"));
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  House start;
  REQUIRE(start.play(journey("opening_time")));
  CHECK(house.frames_drawn() - start.frames_drawn() <= 60);
}

TEST_CASE("the morning that the demonstration plays holds on every frame") {
  House house;
  auto const played =
      house.play(std::filesystem::path(INLOOP_SOURCE_DIR) / "deploy" / "morning.journey");
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
  CHECK(house.events_in_outbox() == 1);
}

}  // namespace inloop::test
