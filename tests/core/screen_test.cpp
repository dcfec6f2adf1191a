#include "kiosk/core/screen.h"

#include <catch2/catch.hpp>

#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "tests/core/english.h"

using namespace inloop::core;
using inloop::test::English;

namespace {

State state_on(Page page) {
  OpeningSchedule opening;
  opening.set_open(std::chrono::Monday, Daypart::Morning);
  State state = initial_state(
      {.place_name = "De Linde",
       .opening = opening,
       .languages = {Language::Dutch, Language::English, Language::Arabic},
       .resting = {.language = Language::English}},
      {.local = {.date = Date{std::chrono::year{2026} / 11 / 23}, .minute_of_day = 605}});
  state.page = std::move(page);
  return state;
}

template <class Content>
Content shown(Page page) {
  auto const screen = screen_for(state_on(std::move(page)), English());
  REQUIRE(std::holds_alternative<Content>(screen.content));
  return std::get<Content>(screen.content);
}

}  // namespace

TEST_CASE("the home screen tells place, date, time and whether the place is open") {
  auto const home = shown<HomeScreen>(Home{});
  CHECK(home.place_name.shown == isolated("De Linde"));
  CHECK(home.date.shown == "Monday " + isolated("23") + " November");
  CHECK(home.clock.spoken == "It is " + isolated("10:05") + ".");
  CHECK(home.open_today.shown == "Open today: morning.");
  CHECK(home.minute_of_day == 605);
  CHECK_FALSE(home.is_checking_in);
}

TEST_CASE("a closed day and a day of two dayparts are told in words") {
  auto state = state_on(Home{});
  state.now.local.date = Date{std::chrono::year{2026} / 11 / 24};
  auto const closed = screen_for(state, English());
  CHECK(std::get<HomeScreen>(closed.content).open_today.shown == "We are closed today.");
  state.settings.opening.set_open(std::chrono::Tuesday, Daypart::Morning);
  state.settings.opening.set_open(std::chrono::Tuesday, Daypart::Evening);
  auto const two = screen_for(state, English());
  CHECK(std::get<HomeScreen>(two.content).open_today.shown == "Open today: morning and evening.");
}

TEST_CASE("the language strip offers what is configured and marks the chosen one") {
  auto const home = shown<HomeScreen>(Home{});
  REQUIRE(home.languages.size() == 3);
  CHECK(home.languages[1].is_chosen);
  CHECK_FALSE(home.languages[2].is_chosen);
  CHECK(home.languages[2].own_name.shown == "العربية");
}

TEST_CASE("the welcome says how many people were counted") {
  CHECK(shown<WelcomeScreen>(Welcome{.party = {1, 0}}).counted.shown == "We counted you.");
  CHECK(shown<WelcomeScreen>(Welcome{.party = {2, 3}}).counted.shown ==
        "We counted " + isolated("5") + " people.");
}

TEST_CASE("the welcome takes no taps while a change is on its way") {
  CHECK(shown<WelcomeScreen>(Welcome{.change = Change{}}).is_saving);
  CHECK_FALSE(shown<WelcomeScreen>(Welcome{}).is_saving);
}

TEST_CASE("the party screen offers only parties that can be") {
  auto const alone = shown<PartyScreen>(PartyChoice{.chosen = {1, 0}});
  CHECK_FALSE(alone.adults.when_fewer);
  CHECK_FALSE(alone.children.when_fewer);
  CHECK(alone.adults.when_more == Party{2, 0});
  CHECK(alone.presets[0].is_chosen);
  auto const full = shown<PartyScreen>(PartyChoice{.chosen = {most_adults, most_children}});
  CHECK_FALSE(full.adults.when_more);
  CHECK_FALSE(full.children.when_more);
  auto const children = shown<PartyScreen>(PartyChoice{.chosen = {1, 1}});
  CHECK(children.adults.when_fewer == Party{0, 1});
}

TEST_CASE("the time-out warning stands over every page and counts down") {
  auto state = state_on(Knowledge{});
  state.warned_at_ms = 1'000;
  state.now.uptime_ms = 13'500;
  auto const warning = std::get<TimeOutScreen>(screen_for(state, English()).content);
  CHECK(warning.seconds_left == 18);
  CHECK(warning.seconds_total == 30);
  CHECK(warning.remaining.shown == isolated("18") + " seconds left.");
}

TEST_CASE("what the screen knows is told in three messages") {
  CHECK(shown<KnowledgeScreen>(Knowledge{}).points.size() == 3);
}

TEST_CASE("a placeholder that a translation lacks does no harm") {
  CHECK(filled("no holes", {{"name", "x"}}) == "no holes");
  CHECK(filled("{other} {name}", {{"name", "x"}}) == "{other} x");
}

TEST_CASE("the tools say what they will do next") {
  auto state = state_on(Home{});
  CHECK(screen_for(state, English()).tools.text_size.shown == "Larger letters");
  state.preferences.text_size = TextSize::Large;
  CHECK(screen_for(state, English()).tools.text_size.shown == "Normal letters");
}
