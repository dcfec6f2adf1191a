// Exploring by touch and by keypad while speech is on.

#include <catch2/catch.hpp>

#include "kiosk/ui/touch_rules.h"
#include "tests/support/ui_harness.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using core::Speech;
using test::Pace;
using ui::FocusKey;

template <class Wanted>
bool is(std::optional<core::Action> const& action) {
  return action && std::holds_alternative<Wanted>(*action);
}

class Spoken {
 public:
  explicit Spoken(std::string_view name, Speech speech = Speech::Spoken)
      : glass(test::landscape_glass()),
        screen(test::sample(name, test::SampleWords::Dutch, speech).screen) {
    glass.show(screen);
  }

  test::UiHarness glass;
  core::Screen screen;
};

TEST_CASE("While speech is on the first tap says the control and the second acts") {
  Spoken home("home");
  CHECK_FALSE(home.glass.tap("home/check_in"));
  CHECK(home.glass.heard() == home.glass.mark("home/check_in").spoken);
  CHECK(is<core::TapCheckIn>(home.glass.tap("home/check_in")));
  CHECK(home.glass.heard().empty());
}

TEST_CASE("While speech is on a hasty second tap does not act: a hand that shakes taps twice") {
  Spoken home("home");
  CHECK_FALSE(home.glass.tap("home/check_in"));
  CHECK_FALSE(home.glass.tap("home/check_in", Pace::Hasty));
  home.glass.let_pass(ui::double_tap_ms);
  CHECK(is<core::TapCheckIn>(home.glass.tap("home/check_in", Pace::Hasty)));
}

TEST_CASE("A tap on another control first says that one") {
  Spoken home("home");
  CHECK_FALSE(home.glass.tap("home/check_in"));
  CHECK_FALSE(home.glass.tap("home/knowledge"));
  CHECK(home.glass.heard() == home.glass.mark("home/knowledge").spoken);
  CHECK_FALSE(home.glass.tap("home/check_in"));
  CHECK(is<core::TapCheckIn>(home.glass.tap("home/check_in")));
}

TEST_CASE("A tap on words says them, each time anew") {
  Spoken apology("apology");
  for (int time = 0; time < 2; ++time) {
    CHECK_FALSE(apology.glass.tap("apology/text"));
    CHECK(apology.glass.heard() == apology.glass.mark("apology/text").spoken);
  }
}

TEST_CASE("What cannot be used now can be heard, and says so") {
  Spoken party("party");
  CHECK_FALSE(party.glass.tap("party/children/fewer"));
  CHECK(party.glass.heard().find(party.screen.states.unavailable) != std::string::npos);
  CHECK_FALSE(party.glass.tap("party/children/fewer"));
}

TEST_CASE("Without speech nothing is asked to be said, and the first tap acts") {
  Spoken home("home", Speech::Silent);
  CHECK(is<core::TapCheckIn>(home.glass.tap("home/check_in")));
  CHECK(home.glass.heard().empty());
  CHECK_FALSE(home.glass.press_key(FocusKey::Next));
  CHECK(home.glass.heard().empty());
}

TEST_CASE("Listening begins at the title, and the keypad goes on from there") {
  Spoken apology("apology");
  CHECK_FALSE(apology.glass.press_key(FocusKey::Press));
  CHECK(apology.glass.heard() == apology.glass.mark("apology/title").spoken);
  CHECK_FALSE(apology.glass.press_key(FocusKey::Next));
  CHECK(apology.glass.heard() == apology.glass.mark("apology/text").spoken);
  CHECK_FALSE(apology.glass.press_key(FocusKey::Next));
  CHECK(apology.glass.heard() == apology.glass.mark("apology/done").spoken);
  CHECK(is<core::TapDone>(apology.glass.press_key(FocusKey::Press)));
}

TEST_CASE("On another page listening begins anew at its title") {
  Spoken home("home");
  CHECK_FALSE(home.glass.tap("home/knowledge"));
  home.glass.show(test::sample("knowledge", test::SampleWords::Dutch, Speech::Spoken).screen);
  CHECK_FALSE(home.glass.press_key(FocusKey::Press));
  CHECK(home.glass.heard() == home.glass.mark("knowledge/title").spoken);
}

TEST_CASE("A change on the same page leaves the focus where the finger is") {
  Spoken party("party");
  CHECK_FALSE(party.glass.tap("party/adults/more"));
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more")));
  std::get<core::PartyScreen>(party.screen.content).adults.number = {"2", "twee"};
  party.glass.show(party.screen);
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more")));
}

TEST_CASE("A focus that is gone from the page goes back to the title") {
  Spoken apology("apology");
  CHECK_FALSE(apology.glass.tap("tools/repeat"));
  apology.screen.tools.repeat.reset();
  apology.glass.show(apology.screen);
  CHECK_FALSE(apology.glass.press_key(FocusKey::Press));
  CHECK(apology.glass.heard() == apology.glass.mark("apology/title").spoken);
}

TEST_CASE("What has the focus has a ring, also when it is words") {
  Spoken apology("apology");
  auto const at_title = apology.glass.picture();
  CHECK_FALSE(apology.glass.press_key(FocusKey::Next));
  auto const at_text = apology.glass.picture();
  CHECK(at_text.bgra != at_title.bgra);
  CHECK_FALSE(apology.glass.press_key(FocusKey::Next));
  CHECK(apology.glass.picture().bgra != at_text.bgra);
}

TEST_CASE("While speech is on there are a button to hear it again and one for the volume") {
  Spoken home("home");
  CHECK(home.glass.mark("tools/listen").is_chosen);
  CHECK_FALSE(home.glass.tap("tools/repeat"));
  CHECK(is<core::TapRepeat>(home.glass.tap("tools/repeat")));
  CHECK_FALSE(home.glass.tap("tools/volume"));
  auto const volume = home.glass.tap("tools/volume");
  REQUIRE(is<core::TapVolume>(volume));
  CHECK(std::get<core::TapVolume>(*volume).volume == home.screen.tools.next_volume);
  CHECK_FALSE(home.glass.tap("tools/listen"));
  CHECK(is<core::TapListen>(home.glass.tap("tools/listen")));
}

}  // namespace
}  // namespace inloop
