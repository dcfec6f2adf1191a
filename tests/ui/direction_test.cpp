// Words of one reading direction on a screen of the other.

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/core/isolate.h"
#include "kiosk/ui/typesetter.h"
#include "tests/support/ui_harness.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using core::Direction;
using ui::Typesetter;

constexpr ui::Colour black{0, 0, 0};
constexpr auto told = "Er was soep.";

Pixels painted(Typesetter& typesetter, std::string const& text, Direction screen) {
  return typesetter.paint({.text = text, .em_px = 40, .direction = screen}, black);
}

bool is_same(Pixels const& one, Pixels const& other) {
  return one.width_px == other.width_px && one.bgra == other.bgra;
}

TEST_CASE("A Dutch story on an Arabic screen ends with its full stop, as on a Dutch one") {
  Typesetter typesetter;
  auto const dutch = painted(typesetter, told, Direction::LeftToRight);
  CHECK(is_same(painted(typesetter, core::isolated(told), Direction::RightToLeft), dutch));
  // What it looks like when its direction is that of the screen.
  CHECK_FALSE(is_same(painted(typesetter, told, Direction::RightToLeft), dutch));
}

TEST_CASE("Each paragraph of a story reads as its own first letter does") {
  Typesetter typesetter;
  auto const twice =
      painted(typesetter, core::isolated(std::string(told) + "\n" + told), Direction::RightToLeft);
  auto const once = painted(typesetter, core::isolated(told), Direction::RightToLeft);
  REQUIRE(twice.width_px == once.width_px);
  auto const size = static_cast<std::ptrdiff_t>(once.bgra.size());
  CHECK(std::equal(once.bgra.begin(), once.bgra.end(), twice.bgra.begin()));
  CHECK(std::equal(once.bgra.begin(), once.bgra.end(), twice.bgra.end() - size));
}

TEST_CASE("An Arabic story on a Dutch screen does not end as the screen reads") {
  Typesetter typesetter;
  auto const* const arabic = "كان هناك حساء.";
  CHECK_FALSE(is_same(painted(typesetter, core::isolated(arabic), Direction::LeftToRight),
                      painted(typesetter, arabic, Direction::LeftToRight)));
}

TEST_CASE("A story keeps to the side of the screen, whichever way it reads") {
  for (auto const words : {test::SampleWords::Dutch, test::SampleWords::Arabic}) {
    test::UiHarness glass(test::portrait_glass());
    for (auto const& sample : test::host_samples(words)) {
      if (sample.name != "story_read") continue;
      glass.show(sample.screen);
      auto const& text = glass.mark("story/text");
      auto const left_px = text.ink.left_px - text.rect.left_px;
      auto const right_px = text.rect.right_px - text.ink.right_px;
      CHECK((words == test::SampleWords::Dutch ? left_px <= right_px : right_px <= left_px));
    }
  }
}

TEST_CASE("The caret stands where the next letter comes, also against the screen's direction") {
  Typesetter typesetter;
  CHECK(typesetter.direction_of("Samen eten") == Direction::LeftToRight);
  CHECK(typesetter.direction_of("نأكل معاً") == Direction::RightToLeft);
  CHECK(typesetter.direction_of("12:30") == Direction::LeftToRight);
}

}  // namespace
}  // namespace inloop
