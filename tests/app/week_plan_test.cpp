#include "kiosk/app/week_plan.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/core/sign_ups.h"
#include "tests/support/temporary_folder.h"

namespace inloop::app {
namespace {

using namespace std::chrono_literals;
using inloop::test::TemporaryFolder;

core::Date const monday = 2026y / 11 / 23;

WeekPlan example_week() {
  auto const plan = read_week_plan(INLOOP_SOURCE_DIR "/deploy/week.toml");
  if (!plan) FAIL(plan.error().what);
  return *plan;
}

std::string objections(TemporaryFolder const& folder, std::string_view content) {
  auto const plan = read_week_plan(folder.write("week.toml", content));
  return plan ? "" : folder.without_path(plan.error().what);
}

struct House {
  TemporaryFolder folder;
  store::Store store =
      *store::Store::open({.file = folder.path() / "kiosk.db", .place = "de-huiskamer"});

  [[nodiscard]] std::vector<core::Session> agenda(core::Date from, int days) {
    auto sessions = store.agenda(from, days);
    REQUIRE(sessions);
    return std::move(*sessions);
  }
};

bool is_template(core::Activity const& activity) {
  return std::ranges::any_of(core::activity_templates, [&](auto const& one) {
    return activity.title == one.title && activity.picture == one.picture &&
           activity.kind == one.kind;
  });
}

TEST_CASE("the example is a week that a place could have, in words that every language has") {
  auto const plan = example_week();
  CHECK(plan.size() >= 28);
  std::set<core::ActivityKind> kinds;
  int names = 0;
  int links = 0;
  int quiet_hours = 0;
  for (auto const& [activity, day, start_minute, minutes] : plan) {
    INFO(activity.title);
    CHECK(is_template(activity));
    kinds.insert(activity.kind);
    names += activity.sign_up == core::SignUpMode::Name ? 1 : 0;
    links += activity.link.empty() ? 0 : 1;
    quiet_hours += activity.sign_up == core::SignUpMode::Anonymous ? 1 : 0;
    CHECK(start_minute >= 9 * 60);
    CHECK(start_minute + minutes <= 22 * 60);
    CHECK(activity.capacity.has_value() == core::takes_sign_ups(activity.sign_up));
  }
  CHECK(kinds.size() == core::all_activity_kinds.size());
  CHECK(names == 1);
  CHECK(links == 1);
  CHECK(quiet_hours == 1);
}

TEST_CASE("a planned week stands in the agenda on its days and at its times") {
  House house;
  auto const plan = example_week();
  REQUIRE(plan_week(house.store, plan, monday, 2) == 2 * static_cast<int>(plan.size()));
  auto const first = house.agenda(monday, 7);
  CHECK(first.size() == plan.size());
  CHECK(house.agenda(monday, 21).size() == 2 * plan.size());
  auto const ride = std::ranges::find(first, "Cycling lesson",
                                      [](auto const& session) { return session.activity.title; });
  REQUIRE(ride != first.end());
  CHECK(ride->start == core::LocalTime{.date = 2026y / 11 / 25, .minute_of_day = 14 * 60});
  CHECK(ride->minutes == 90);
  CHECK(ride->activity.capacity == 5);
  CHECK(ride->activity.room == "plein");
}

TEST_CASE("planning again adds nothing, also when a session was cancelled meanwhile") {
  House house;
  auto const plan = example_week();
  REQUIRE(plan_week(house.store, plan, monday, 1));
  REQUIRE(house.store.cancel_session(house.agenda(monday, 7).front().id, "ziek"));
  auto const before = house.agenda(monday, 7);
  auto const activities = house.store.activities();
  CHECK(plan_week(house.store, plan, monday, 1) == 0);
  CHECK(house.agenda(monday, 7) == before);
  CHECK(house.store.activities() == activities);
}

TEST_CASE("planning that stopped half-way is finished by planning again") {
  House house;
  auto const plan = example_week();
  REQUIRE(plan_week(house.store, WeekPlan(plan.begin(), plan.begin() + 9), monday, 1) == 9);
  CHECK(plan_week(house.store, plan, monday, 1) == static_cast<int>(plan.size()) - 9);
  CHECK(house.agenda(monday, 7).size() == plan.size());
}

TEST_CASE("an activity on several days is written once") {
  House house;
  REQUIRE(plan_week(house.store, example_week(), monday, 1));
  auto const activities = house.store.activities();
  REQUIRE(activities);
  CHECK(std::ranges::count(*activities, "Coffee and company",
                           [](auto const& known) { return known.activity.title; }) == 1);
}

TEST_CASE("planning from the middle of a week leaves out the days before") {
  House house;
  REQUIRE(plan_week(house.store, example_week(), 2026y / 11 / 26, 1));
  CHECK(house.agenda(monday, 3).empty());
  CHECK_FALSE(house.agenda(2026y / 11 / 26, 1).empty());
  CHECK(house.agenda(2026y / 11 / 30, 7).empty());
}

TEST_CASE("every fault in the file is objected to with its line, and nothing is planned") {
  TemporaryFolder const folder;
  CHECK(objections(folder, R"([[activity]]
title = "Games"
picture = "🎲"
kind = "spelen"
sign_up = "open"
capacity = 101
link = "http://example.org"
day = "someday"
at = "25:00"
)") == "week.toml:4: activity[0].kind: \"spelen\" is not right; one of "
       "ontmoeten|bewegen|koken|leren|maken|helpen|advies\n"
       "week.toml:6: activity[0].capacity: 101 is out of range; a whole number from 0 to 100\n"
       "week.toml:7: activity[0].link: \"http://example.org\" is not right; an address that "
       "begins https://\n"
       "week.toml:8: activity[0].day: \"someday\" is not right; one of "
       "monday|tuesday|wednesday|thursday|friday|saturday|sunday\n"
       "week.toml:9: activity[0].at: \"25:00\" is not right; a time like \"10:30\"");
}

TEST_CASE("what is missing, too long or there twice is objected to") {
  TemporaryFolder const folder;
  std::string const games =
      "[[activity]]\npicture = \"🎲\"\nkind = \"ontmoeten\"\nsign_up = \"open\"\n"
      "day = \"monday\"\nat = \"10:30\"\n";
  CHECK(objections(folder, games) ==
        "week.toml: activity[0].title: is missing; what stands on the tile");
  CHECK(objections(folder, games + "title = \"" + std::string(41, 'x') + "\"\n") ==
        "week.toml:7: activity[0].title: at most 40 characters");
  auto const titled = games + "title = \"Games\"\n";
  CHECK(objections(folder, titled + titled) ==
        "week.toml:13: activity[1].at: another of this title begins then");
  CHECK(objections(folder, titled + "rooms = \"attic\"\n") ==
        "week.toml:8: activity[0].rooms: unknown key; did you mean activity[0].room?");
}

}  // namespace
}  // namespace inloop::app
