#include <chrono>

#include <catch2/catch.hpp>

#include "kiosk/app/journey.h"
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

// The same in a house with a week of activities.
core::PeriodCounts all_of_october_after(std::string const& name, ui::Glass const& glass = {}) {
  House house(glass);
  house.plan(std::filesystem::path(INLOOP_SOURCE_DIR) / "tests" / "journeys" / "week.toml");
  auto const played = house.play(journey(name));
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
  return house.all_counted(october);
}

std::int64_t participations(core::PeriodCounts const& counts, core::ActivityKind kind) {
  return counts.participations[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("a host comes in with a picture and a PIN, and the room locks by itself") {
  for (auto const& glass : {ui::Glass{}, counter_glass}) {
    House house(glass);
    house.begin(0, "204816");
    auto const played = house.play(journey("host_signs_in"));
    INFO((played ? std::string() : played.error().what));
    REQUIRE(played);
    CHECK(house.objections() == std::set<std::string>{});
  }
}

TEST_CASE("a host plans a weekly activity, calls one off and skips one, in twelve taps") {
  struct Way {
    std::string name;
    ui::Glass glass;
  };
  for (auto const& way : {Way{"host_plans", {}}, Way{"host_plans_small", counter_glass}}) {
    House house(way.glass);
    house.begin(0, "204816");
    auto const played = house.play(journey(way.name));
    INFO((played ? std::string() : played.error().what));
    REQUIRE(played);
    CHECK(house.objections() == std::set<std::string>{});
  }
}

TEST_CASE("a host enters a count from paper and holds a month until it is let go") {
  for (auto const& glass : {ui::Glass{}, counter_glass}) {
    House house(glass);
    house.begin(0, "204816");
    auto const held = house.play(journey("host_counts"));
    INFO((held ? std::string() : held.error().what));
    REQUIRE(held);
    CHECK(house.events_in_outbox() == 0);
    auto const let_go = house.play(journey("host_lets_go"));
    INFO((let_go ? std::string() : let_go.error().what));
    REQUIRE(let_go);
    CHECK(house.events_in_outbox() == 1);
    CHECK(house.counted(october).adults == 11);
    CHECK(house.counted(october).children == 1);
    CHECK(house.objections() == std::set<std::string>{});
  }
}

TEST_CASE("a host writes a story without a number of anybody, and gets back what was deleted") {
  for (auto const& glass : {ui::Glass{}, counter_glass}) {
    House house(glass);
    house.begin(0, "204816");
    auto const played = house.play(journey("host_story"));
    INFO((played ? std::string() : played.error().what));
    REQUIRE(played);
    CHECK(house.objections() == std::set<std::string>{});
  }
}

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

TEST_CASE("a family of five is one check-in and five people") {
  auto const counted = october_after("family_of_five");
  CHECK(counted.adults == 2);
  CHECK(counted.children == 3);
  CHECK(counted.first_time_skipped == 1);
}

TEST_CASE("a card counts once a daypart, answers the question, and leaves no number on the disk") {
  House house;
  auto const played = house.play(journey("card"));
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
  CHECK(house.places_on_disk_of(app::bytes_of("04a1b2c3d4e580")) == std::vector<std::string>{});
  auto const counted = house.counted(october);
  CHECK(counted.adults == 2);
  CHECK(counted.first_time_yes == 1);
  CHECK(counted.first_time_no == 1);
  CHECK(counted.first_time_skipped == 0);
}

TEST_CASE("without its reader the kiosk goes on by touch, and takes cards again when it is back") {
  House house;
  auto const played = house.play(journey("reader_unplugged"));
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
  CHECK(house.counted(october).adults == 2);
  CHECK(house.reader_in_hatch() == outbox::ReaderState::Works);
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
  house.plan(std::filesystem::path(INLOOP_SOURCE_DIR) / "deploy" / "week.toml");
  auto const played =
      house.play(std::filesystem::path(INLOOP_SOURCE_DIR) / "deploy" / "morning.journey");
  INFO((played ? std::string() : played.error().what));
  REQUIRE(played);
  CHECK(house.objections() == std::set<std::string>{});
  CHECK(house.events_in_outbox() == 1);
}

TEST_CASE("five taps lead from home to a place that is held by a picture") {
  auto const counts = all_of_october_after("sign_up_token");
  CHECK(participations(counts, core::ActivityKind::Cooking) == 1);
  CHECK(counts.dayparts.empty());  // who signs up has not come in by that
}

TEST_CASE("the same on a small glass") {
  all_of_october_after("sign_up_token", counter_glass);
}

TEST_CASE("a first name can be typed, is read by the host alone, and is gone two days later") {
  House house;
  house.plan(std::filesystem::path(INLOOP_SOURCE_DIR) / "tests" / "journeys" / "week.toml");
  auto const monday = core::Date{2026y / 10 / 5};
  for (auto const* const name : {"sign_up_name", "wednesday_morning"}) {
    auto const played = house.play(journey(name));
    INFO((played ? std::string() : played.error().what));
    REQUIRE(played);
    if (name == std::string_view("sign_up_name"))
      CHECK(house.names_on(monday) == std::vector<std::string>{"Zoë"});
  }
  CHECK(house.names_on(monday).empty());
  CHECK(participations(house.all_counted(october), core::ActivityKind::Moving) == 1);
  CHECK(house.objections() == std::set<std::string>{});
}

TEST_CASE("who waits moves up when somebody stops coming, and is told so at the next look") {
  auto const counts = all_of_october_after("waiting_list");
  CHECK(participations(counts, core::ActivityKind::Cooking) == 1);
}

TEST_CASE("a wish to talk is heard, stands until the host goes, and can be taken back") {
  all_of_october_after("talk");
}

TEST_CASE("on leaving one answer is counted for each who gives one") {
  auto const counts = all_of_october_after("leaving");
  CHECK(counts.feelings == decltype(counts.feelings){1, 1, 0});
}

TEST_CASE("what one likes shows such activities of the week and keeps nothing") {
  all_of_october_after("likes");
}

TEST_CASE("what goes to the municipality can be read, in words and as it was sent") {
  october_after("municipality");
}

TEST_CASE("who walks away in the middle of signing up leaves nothing behind") {
  auto const counts = all_of_october_after("time_out_sign_up");
  CHECK(participations(counts, core::ActivityKind::Cooking) == 0);
}

TEST_CASE("the whole way can be gone in Arabic") {
  auto const counts = all_of_october_after("arabic_whole");
  CHECK(participations(counts, core::ActivityKind::Cooking) == 1);
  CHECK(counts.feelings[1] == 1);
}

TEST_CASE("a keypad and a headset are enough with the screen dark") {
  auto const counts = all_of_october_after("keypad_and_ear");
  CHECK(participations(counts, core::ActivityKind::Cooking) == 1);
  REQUIRE(counts.dayparts.size() == 1);
  CHECK(counts.dayparts[0].first_time_yes == 1);
}

}  // namespace inloop::test
