#include <catch2/catch.hpp>

#include "kiosk/platform/pointer.h"
#include "kiosk/ui/touch_rules.h"
#include "tests/support/ui_harness.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using test::Pace;

template <class Wanted>
bool is(std::optional<core::Action> const& action) {
  return action && std::holds_alternative<Wanted>(*action);
}

class Shown {
 public:
  explicit Shown(std::string_view name, core::TextSize text_size = core::TextSize::Normal)
      : glass(test::landscape_glass()),
        screen(test::sample(name, test::SampleWords::Dutch).screen) {
    screen.preferences.text_size = text_size;
    glass.show(screen);
  }

  test::UiHarness glass;
  core::Screen screen;
};

TEST_CASE("A tap acts when the finger is let go, not before") {
  Shown home("home");
  CHECK_FALSE(home.glass.press("home/check_in"));
  CHECK(is<core::TapCheckIn>(home.glass.release()));
}

TEST_CASE("Sliding off a control before letting go cancels the tap") {
  Shown home("home");
  CHECK_FALSE(home.glass.slide_off("home/check_in"));
  CHECK(is<core::TapCheckIn>(home.glass.tap("home/check_in")));
}

TEST_CASE("A drop of water that rests on a control taps nothing, not even when it dries") {
  Shown home("home");
  CHECK_FALSE(home.glass.press("home/check_in"));
  home.glass.let_pass(platform::stuck_after_ms + 1);
  CHECK_FALSE(home.glass.release());
  CHECK(is<core::TapCheckIn>(home.glass.tap("home/check_in")));
}

TEST_CASE("A control that is pressed looks pressed, and looks as before after sliding off") {
  Shown home("home");
  auto const at_rest = home.glass.picture();
  static_cast<void>(home.glass.press("home/check_in"));
  CHECK(home.glass.picture().bgra != at_rest.bgra);
  static_cast<void>(home.glass.release());
  CHECK(home.glass.picture().bgra == at_rest.bgra);
}

TEST_CASE("A second tap on the same control within three tenths of a second does nothing") {
  Shown party("party");
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more")));
  CHECK_FALSE(party.glass.tap("party/adults/more", Pace::Hasty));
  party.glass.let_pass(ui::double_tap_ms);
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more", Pace::Hasty)));
}

TEST_CASE("With large text a second tap does nothing for half a second") {
  Shown party("party", core::TextSize::Large);
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more")));
  party.glass.let_pass(ui::double_tap_ms);
  CHECK_FALSE(party.glass.tap("party/adults/more", Pace::Hasty));
  party.glass.let_pass(ui::double_tap_large_ms);
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more", Pace::Hasty)));
}

TEST_CASE("Two controls can be tapped as fast as two fingers go") {
  Shown party("party");
  CHECK(is<core::TapParty>(party.glass.tap("party/adults/more")));
  CHECK(is<core::TapParty>(party.glass.tap("party/children/more", Pace::Hasty)));
}

TEST_CASE("The second half of a double tap does not answer what has come under the finger") {
  Shown warning("time_out");
  CHECK(is<core::TapStillHere>(warning.glass.tap("time_out/still_here")));
  auto const under = warning.glass.mark("time_out/still_here").rect;
  warning.glass.show(test::sample("apology", test::SampleWords::Dutch).screen);
  auto const& button = warning.glass.mark("apology/done").rect;
  auto const x = under.left_px + under.width_px() / 2;
  auto const y = under.top_px + under.height_px() / 2;
  INFO("the button of the next screen must lie under the same finger for this test");
  REQUIRE((x > button.left_px && x < button.right_px));
  REQUIRE((y > button.top_px && y < button.bottom_px));
  CHECK_FALSE(warning.glass.tap_at(x, y));
  warning.glass.let_pass(ui::double_tap_ms);
  CHECK(is<core::TapDone>(warning.glass.tap_at(x, y)));
}

TEST_CASE("While a visit is being stored the main button stays down and nothing can be tapped") {
  Shown home("home");
  std::get<core::HomeScreen>(home.screen.content).is_checking_in = true;
  home.glass.show(home.screen);
  CHECK_FALSE(home.glass.mark("home/check_in").is_enabled);
  CHECK_FALSE(home.glass.tap("home/check_in"));
  CHECK_FALSE(home.glass.tap("home/knowledge"));
}

TEST_CASE("Fewer than nobody cannot be tapped") {
  Shown party("party");
  CHECK_FALSE(party.glass.mark("party/children/fewer").is_enabled);
  CHECK_FALSE(party.glass.tap("party/children/fewer"));
}

TEST_CASE("Each control says what it means") {
  Shown welcome("welcome");
  auto const yes = welcome.glass.tap("welcome/yes");
  REQUIRE(is<core::TapFirstTime>(yes));
  CHECK(std::get<core::TapFirstTime>(*yes).answer == core::FirstTime::Yes);
  CHECK(is<core::TapMorePeople>(welcome.glass.tap("welcome/more_people")));
  CHECK(is<core::TapMistake>(welcome.glass.tap("welcome/mistake")));
  CHECK(is<core::TapDone>(welcome.glass.tap("welcome/done")));
  CHECK(is<core::TapTextSize>(welcome.glass.tap("tools/text_size")));
  CHECK(is<core::TapTheme>(welcome.glass.tap("tools/theme")));
  CHECK(is<core::TapReach>(welcome.glass.tap("tools/reach")));
}

}  // namespace
}  // namespace inloop
