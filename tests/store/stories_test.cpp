#include "kiosk/store/stories.h"

#include "tests/store/store_fixture.h"

using namespace inloop;
using namespace inloop::store;
using namespace inloop::store::test;

namespace {

auto const november = core::period_from("2026-11").value();

}  // namespace

TEST_CASE("stories are kept by month, newest first, across a restart") {
  House const house;
  {
    auto store = house.store();
    need(add_story(store, date("2026-11", 2), "Een vrouw kwam voor het eerst."));
    need(add_story(store, date("2026-11", 20), "Er is weer soep."));
    need(add_story(store, date("2026-10", 31), "Oktober is klaar."));
  }
  auto store = house.store();
  auto const stories = need(stories_of(store, november));
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].text == "Er is weer soep.");
  CHECK(stories[1].date == date("2026-11", 2));
}

TEST_CASE("a story is changed and removed, and each can be taken back") {
  House const house;
  auto store = house.store();
  auto const id = need(add_story(store, date("2026-11", 2), "Een"));
  auto const before = need(change_story(store, id, "Twee"));
  CHECK(before.text == "Een");
  need(change_story(store, id, before.text));
  auto const removed = need(remove_story(store, id));
  CHECK(need(stories_of(store, november)).empty());
  CHECK_FALSE(remove_story(store, id));
  CHECK_FALSE(change_story(store, id, "Drie"));
  need(put_back_story(store, removed));
  CHECK(need(stories_of(store, november)) == std::vector{removed});
}

TEST_CASE("a story has words, and no more than fit") {
  House const house;
  auto store = house.store();
  auto const day = date("2026-11", 2);
  CHECK_FALSE(add_story(store, day, ""));
  need(add_story(store, day, std::string(core::most_story_characters, 'a')));
  CHECK_FALSE(add_story(store, day, std::string(core::most_story_characters + 1, 'a')));
  std::string arabic;
  for (int i = 0; i < core::most_story_characters; ++i) arabic += "م";
  need(add_story(store, day, arabic));
}

TEST_CASE("a month holds so many stories and no more") {
  House const house;
  auto store = house.store();
  for (std::size_t i = 0; i < core::most_stories_in_month; ++i)
    need(add_story(store, date("2026-11", 2), "verhaal"));
  CHECK_FALSE(add_story(store, date("2026-11", 30), "een te veel"));
  need(add_story(store, date("2026-12", 1), "in de volgende maand"));
}

TEST_CASE("stories are kept for fourteen months and then gone") {
  House const house;
  auto store = house.store();
  need(add_story(store, date("2026-11", 2), "oud"));
  need(add_story(store, date("2026-12", 2), "jonger"));
  need(forget_stories(store, date("2027-12", 31)));
  CHECK(need(stories_of(store, november)).size() == 1);
  need(forget_stories(store, date("2028-01", 1)));
  CHECK(need(stories_of(store, november)).empty());
  CHECK(need(stories_of(store, november + std::chrono::months{1})).size() == 1);
}
