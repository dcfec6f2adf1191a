#include "tests/support/golden.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <catch2/catch.hpp>

#include "tests/support/mark_checks.h"
#include "tests/support/ui_harness.h"
#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using test::SampleWords;

// Every screen's marks in one text, so that a change of layout shows as a change of lines.
std::string all_marks(ui::Glass const& glass, SampleWords words) {
  test::CountingTextures textures;
  ui::Ui ui(textures, glass);
  std::string text;
  for (auto const& sample : test::all_samples(words)) {
    static_cast<void>(ui.draw(sample.screen, {}, 0));
    text += "== " + sample.name + "\n" + test::written_out(ui.marks(), glass) + "\n";
  }
  return text;
}

TEST_CASE("The screens of the portrait glass stand in Dutch as they were approved") {
  CHECK(test::difference_from_golden("marks_portrait_nl.txt",
                                     all_marks(test::portrait_glass(), SampleWords::Dutch)) == "");
}

TEST_CASE("The screens of the landscape glass stand in Arabic as they were approved") {
  CHECK(test::difference_from_golden("marks_landscape_ar.txt",
                                     all_marks(test::landscape_glass(), SampleWords::Arabic)) ==
        "");
}

// One screen of each place, and the pad: a change of their blocks shows in these.
std::string host_marks(ui::Glass const& glass, SampleWords words) {
  test::CountingTextures textures;
  ui::Ui ui(textures, glass);
  std::string text;
  for (auto const& sample : test::host_samples(words)) {
    constexpr std::array<std::string_view, 7> chosen{
        "door_pin_wrong", "today", "programme_week", "programme_form", "counts", "story", "setup"};
    if (std::ranges::find(chosen, sample.name) == chosen.end()) continue;
    static_cast<void>(ui.draw(sample.screen, {}, 0));
    text += "== " + sample.name + "\n" + test::written_out(ui.marks(), glass) + "\n";
  }
  return text;
}

TEST_CASE("The host's places stand on the portrait glass in Dutch as they were approved") {
  CHECK(test::difference_from_golden("marks_host_portrait_nl.txt",
                                     host_marks(test::portrait_glass(), SampleWords::Dutch)) == "");
}

TEST_CASE("The host's places stand on the landscape glass in Arabic as they were approved") {
  CHECK(test::difference_from_golden("marks_host_landscape_ar.txt",
                                     host_marks(test::landscape_glass(), SampleWords::Arabic)) ==
        "");
}

std::string difference(std::string const& name, core::Screen const& screen,
                       ui::Glass const& glass) {
  test::UiHarness harness(glass);
  harness.show(screen);
  return test::difference_from_golden(name, harness.picture());
}

TEST_CASE("Home looks as it was approved on small glass") {
  CHECK(difference("home_nl", test::sample("home", SampleWords::Dutch).screen,
                   test::landscape_glass()) == "");
}

TEST_CASE("Welcome looks as it was approved in Arabic and high contrast") {
  auto screen = test::sample("welcome_answered", SampleWords::Arabic).screen;
  screen.preferences.theme = core::Theme::HighContrast;
  CHECK(difference("welcome_ar_contrast", screen, test::landscape_glass()) == "");
}

}  // namespace
}  // namespace inloop
