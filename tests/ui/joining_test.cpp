#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/core/isolate.h"
#include "tests/support/ui_harness.h"
#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using test::SampleWords;

class Shown {
 public:
  explicit Shown(std::string_view name, ui::Glass const& on = test::portrait_glass(),
                 core::TextSize text_size = core::TextSize::Normal)
      : glass(on) {
    auto screen = test::sample(name, SampleWords::Dutch).screen;
    screen.preferences.text_size = text_size;
    glass.show(std::move(screen));
  }

  template <class Wanted>
  Wanted tapped(std::string const& id) {
    auto const action = glass.tap(id);
    INFO(id);
    REQUIRE(action);
    REQUIRE(std::holds_alternative<Wanted>(*action));
    return std::get<Wanted>(*action);
  }

  bool has(std::string const& id) const {
    return std::ranges::any_of(glass.marks(), [&](ui::Mark const& one) { return one.id == id; });
  }

  test::UiHarness glass;
};

TEST_CASE("Each of the four tiles of home, its card and its banner ask for what they show") {
  for (auto const& glass : test::all_glasses()) {
    INFO(glass.name);
    Shown home("home_full", glass.glass);
    home.tapped<core::TapActivities>("home/activities");
    CHECK(home.tapped<core::TapCall>("home/talk").kind == core::CallKind::Talk);
    CHECK(home.tapped<core::TapCall>("home/help").kind == core::CallKind::Help);
    home.tapped<core::TapLeave>("home/leave");
    home.tapped<core::TapSession>("home/next");
    home.tapped<core::TapKnowledge>("home/knowledge");
    Shown called("home_calls", glass.glass);
    called.tapped<core::TapCalls>("home/calls");
  }
}

TEST_CASE("A tile says the activity, its time and its places in one sentence") {
  Shown const list("activities");
  auto const& mark = list.glass.mark("activities/session_3");
  CHECK(mark.spoken == core::isolated("Samen eten") + ", straks om " + core::isolated("12") +
                           " uur, " + core::isolated("4") + " plekken.");
}

TEST_CASE("More and Up go as far as the list reaches, in steps of what the glass shows") {
  Shown start("activities");
  CHECK_FALSE(start.glass.mark("activities/up").is_enabled);
  CHECK(start.tapped<core::TapScroll>("activities/more").first == 6);
  Shown end("activities_more");
  CHECK_FALSE(end.glass.mark("activities/more").is_enabled);
  CHECK(end.tapped<core::TapScroll>("activities/up").first == 0);
}

TEST_CASE("A list that fits as a whole has no buttons to move it") {
  Shown const pictures("token_pictures");
  CHECK_FALSE(pictures.has("token_pictures/more"));
  CHECK(pictures.has("token_pictures/picture_24"));
}

TEST_CASE("The chosen token is on the glass also where not all of them fit") {
  Shown const choice("token_choice_fifth", test::landscape_glass(), core::TextSize::Large);
  CHECK(choice.glass.mark("token_choice/token_5").is_chosen);
  CHECK_FALSE(choice.has("token_choice/token_1"));
}

TEST_CASE("A full list of activities that is drawn again paints nothing") {
  for (auto const& glass : test::all_glasses()) {
    INFO(glass.name);
    test::CountingTextures textures;
    ui::Ui ui(textures, glass.glass);
    auto const screen = test::sample("activities", SampleWords::Dutch).screen;
    static_cast<void>(ui.draw(screen, {}, 0));
    auto const painted = textures.created();
    CHECK(painted > 10);
    static_cast<void>(ui.draw(screen, {}, 16));
    CHECK(textures.created() == painted);
  }
}

}  // namespace
}  // namespace inloop
