#include "kiosk/core/host/story.h"

#include "tests/core/host/place_bench.h"

using namespace inloop;
using namespace inloop::core;
using namespace inloop::core::host::telling;
using host::NoticeKind;
using host::PlaceName;
using host::tapped;
using namespace std::chrono_literals;

namespace {

constexpr Period november = 2026y / 11;
ToldStory const soup{.id = 3, .date = 2026y / 11 / 20, .text = "Er was soep."};

struct StoryBench : test::PlaceBench<Story, StoryRequest, StoryOutcome> {
  StoryBench() : PlaceBench(PlaceName::Story) {
    answer(StoriesFound{.month = november, .stories = {soup}});
  }

  void tap(StoryTap tap) { happen(tapped(tap)); }

  void type(std::string_view text) {
    for (auto const letter : text) happen(TapKey{std::string(1, letter)});
  }

  template <class View>
  View view() {
    auto const place = screen().place;
    auto const* const story = std::get_if<StoryScreen>(&place);
    REQUIRE(story != nullptr);
    REQUIRE(std::holds_alternative<View>(story->view));
    return std::get<View>(story->view);
  }
};

}  // namespace

TEST_CASE("a story is typed, with a capital at each sentence, and kept") {
  StoryBench bench;
  bench.tap({WriteStory{}});
  bench.tap({KeepStory{}});
  CHECK(bench.view<WriteView>().is_trouble);
  bench.type("er was soep. iedereen at mee! ");
  CHECK(bench.view<WriteView>().typed.shown == "Er was soep. Iedereen at mee! ");
  bench.tap({KeepStory{}});
  CHECK(bench.asked<AddStory>().text == "Er was soep. Iedereen at mee!");
  bench.answer(
      StoriesChanged{.how = StoryAdded{7}, .found = {.month = november, .stories = {soup}}});
  bench.page<StoriesPage>();
  bench.happen(tapped(host::TakeBack{}));
  CHECK(bench.asked<RemoveStory>().story == 7);
}

TEST_CASE("numbers and addresses of people are refused, whatever is tried") {
  for (auto const* const text : {"zijn BSN is 111222333", "bel 06 12345678",
                                 "mail jan@voorbeeld.nl", "rekening NL91ABNA0417164300"}) {
    CAPTURE(text);
    StoryBench bench;
    bench.tap({WriteStory{}});
    bench.type(text);
    for (int i = 0; i < 3; ++i) bench.tap({KeepStory{}});
    CHECK_FALSE(bench.room().waiting.has_value());
    CHECK(bench.view<WriteView>().is_trouble);
  }
}

TEST_CASE("what looks like a name is pointed out once, and then let be") {
  StoryBench bench;
  bench.tap({WriteStory{}});
  bench.type("vandaag lachte Fatima");
  bench.tap({KeepStory{}});
  CHECK_FALSE(bench.room().waiting.has_value());
  CHECK_THAT(bench.view<WriteView>().advice.shown, Catch::Contains("Fatima"));
  bench.tap({KeepStory{}});
  bench.asked<AddStory>();
}

TEST_CASE("a story is read, changed and removed, and each is taken back") {
  StoryBench bench;
  bench.tap({OpenStory{3}});
  CHECK_THAT(bench.view<ReadView>().text.shown, Catch::Contains("Er was soep."));
  bench.tap({EditStory{}});
  bench.happen(TapErase{});
  bench.type("!");
  bench.tap({KeepStory{}});
  CHECK(bench.asked<ChangeStory>() == ChangeStory{.story = 3, .text = "Er was soep!"});
  bench.answer(
      StoriesChanged{.how = StoryChanged{soup}, .found = {.month = november, .stories = {soup}}});
  bench.happen(tapped(host::TakeBack{}));
  CHECK(bench.asked<ChangeStory>() == ChangeStory{.story = 3, .text = soup.text});
  bench.answer(
      StoriesChanged{.how = StoryChanged{soup}, .found = {.month = november, .stories = {soup}}});

  bench.tap({OpenStory{3}});
  bench.tap({DropStory{}});
  CHECK(bench.asked<RemoveStory>().story == 3);
  bench.answer(StoriesChanged{.how = StoryRemoved{soup}, .found = {.month = november}});
  CHECK(bench.view<StoriesView>().empty.has_value());
  bench.happen(tapped(host::TakeBack{}));
  CHECK(bench.asked<PutBackStory>().story == soup);
}

TEST_CASE("what was written stays when the month holds no more") {
  StoryBench bench;
  bench.tap({WriteStory{}});
  bench.type("nog een");
  bench.tap({KeepStory{}});
  bench.answer(
      StoriesChanged{.how = MonthIsFull{}, .found = {.month = november, .stories = {soup}}});
  CHECK(bench.view<WriteView>().typed.shown == "Nog een");
  CHECK(bench.room().notice->kind == NoticeKind::Trouble);
}

TEST_CASE("a story ends where no more of it fits") {
  StoryBench bench;
  bench.tap({WriteStory{}});
  bench.type(std::string(most_story_characters + 5, 'a'));
  CHECK(std::ssize(bench.view<WriteView>().typed.shown) == most_story_characters);
  CHECK(bench.view<WriteView>().is_trouble);
}

TEST_CASE("stories are found for fourteen months and not beyond") {
  StoryBench bench;
  CHECK_FALSE(bench.view<StoriesView>().later.is_enabled);
  bench.tap({StepMonth{1}});
  CHECK_FALSE(bench.room().waiting.has_value());
  bench.tap({StepMonth{-1}});
  CHECK(bench.asked<LoadStories>().month == 2026y / 10);
  bench.answer(StoriesFound{.month = 2025y / 10});
  CHECK_FALSE(bench.view<StoriesView>().earlier.is_enabled);
  bench.tap({StepMonth{-1}});
  CHECK_FALSE(bench.room().waiting.has_value());
}

TEST_CASE("the page of the month goes to a stick, or it is said why not") {
  StoryBench bench;
  bench.tap({TakeMonthPage{}});
  CHECK(bench.asked<WriteMonthPage>().month == november);
  bench.answer(core::host::StickTrouble::None);
  CHECK(bench.room().notice->kind == NoticeKind::Trouble);
  bench.tap({TakeMonthPage{}});
  bench.answer(MonthPageWritten{"tellen-en-vertellen-2026-11.txt"});
  CHECK_THAT(bench.screen().notice->text.shown, Catch::Contains("tellen-en-vertellen"));
}
