// The keyboard on the glass and the field above it.

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/core/keyboard.h"
#include "tests/support/mark_checks.h"
#include "tests/support/ui_harness.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using test::SampleWords;
using ui::Mark;
using ui::MarkKind;

template <class Wanted>
Wanted expected(std::optional<core::Action> const& action) {
  REQUIRE(action);
  REQUIRE(std::holds_alternative<Wanted>(*action));
  return std::get<Wanted>(*action);
}

ui::Glass small_high_glass() {
  return test::all_glasses()[2].glass;
}

std::vector<Mark> letters_on(std::vector<Mark> const& marks) {
  std::vector<Mark> letters;
  std::ranges::copy_if(marks, std::back_inserter(letters), [](Mark const& mark) {
    return mark.kind == MarkKind::Key && mark.id.starts_with("name/key_");
  });
  return letters;
}

core::Screen name_screen(SampleWords words, std::string_view name = "name") {
  return test::sample(name, words).screen;
}

TEST_CASE("Each key says its letter, and the others what they do") {
  test::UiHarness glass(test::portrait_glass());
  glass.show(name_screen(SampleWords::Dutch));
  CHECK(expected<core::TapKey>(glass.tap("name/key_1")).text == "Q");
  CHECK(expected<core::TapKey>(glass.tap("name/space")).text == " ");
  static_cast<void>(expected<core::TapErase>(glass.tap("name/erase")));
  static_cast<void>(expected<core::TapMoreKeys>(glass.tap("name/more_keys")));
  static_cast<void>(expected<core::TapConfirmName>(glass.tap("name/confirm")));
}

TEST_CASE("A syllable takes the place of the letter it is made of") {
  test::UiHarness glass(test::portrait_glass());
  glass.show(name_screen(SampleWords::Tigrinya, "name_typed"));
  CHECK_FALSE(expected<core::TapReplace>(glass.tap("name/key_2")).text.empty());
}

TEST_CASE("Arabic letters stand as on a desk: the first one typed is at the left") {
  test::UiHarness glass(test::portrait_glass());
  glass.show(name_screen(SampleWords::Arabic));
  CHECK(glass.mark("name/key_1").rect.right_px < glass.mark("name/key_2").rect.left_px);
  CHECK(glass.mark("name/key_1").label == core::keyboard_of(core::Language::Arabic).letters[0][0]);
}

TEST_CASE("On small glass every letter is on one page or another, and the pages go round") {
  for (auto const words : {SampleWords::Dutch, SampleWords::Arabic, SampleWords::Tigrinya}) {
    auto screen = name_screen(words);
    screen.preferences.text_size = core::TextSize::Large;
    auto& keyboard = std::get<core::NameScreen>(screen.content).keyboard;
    std::size_t all = 0;
    for (auto const& row : keyboard.rows) all += row.size();
    test::UiHarness glass(small_high_glass());
    std::vector<std::string> seen;
    constexpr int most_pages = 10;
    for (int page = 0; page < most_pages; ++page) {
      glass.show(screen);
      for (auto const& mark : letters_on(glass.marks())) seen.push_back(mark.label);
      keyboard.first_key = expected<core::TapScroll>(glass.tap("name/next_keys")).first;
      if (keyboard.first_key == 0) break;
    }
    CHECK(keyboard.first_key == 0);
    CHECK(seen.size() == all);
  }
}

TEST_CASE("The first letter leaves each key where it was, with the same identity") {
  test::UiHarness glass(test::portrait_glass());
  glass.show(name_screen(SampleWords::Dutch));
  auto const before = letters_on(glass.marks());
  auto typed = name_screen(SampleWords::Dutch, "name_typed");
  glass.show(typed);
  auto const after = letters_on(glass.marks());
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(after[i].id == before[i].id);
    CHECK(after[i].rect == before[i].rect);
  }
}

TEST_CASE("A name that is too long for the field shows its end, where the next letter comes") {
  test::UiHarness glass(test::landscape_glass());
  auto screen = name_screen(SampleWords::Dutch, "name_typed");
  std::get<core::NameScreen>(screen.content).typed.shown = std::string(60, 'w') + "x";
  glass.show(screen);
  auto const& field = glass.mark("name/typed");
  CHECK(field.ink.left_px >= field.rect.left_px);
  CHECK(field.ink.right_px <= field.rect.right_px);
}

TEST_CASE("What is typed is never said, only how much") {
  auto const screen = name_screen(SampleWords::Dutch, "name_typed");
  test::UiHarness glass(test::portrait_glass());
  glass.show(screen);
  auto const& field = glass.mark("name/typed");
  CHECK(field.spoken.find(field.label) == std::string::npos);
  CHECK_FALSE(field.spoken.empty());
}

TEST_CASE("While the name is being stored no key can be pressed") {
  auto screen = name_screen(SampleWords::Dutch);
  std::get<core::NameScreen>(screen.content).is_waiting = true;
  test::UiHarness glass(test::portrait_glass());
  glass.show(screen);
  for (auto const& mark : letters_on(glass.marks())) CHECK_FALSE(mark.is_enabled);
}

}  // namespace
}  // namespace inloop
