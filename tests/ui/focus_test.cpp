#include <catch2/catch.hpp>

#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using ui::FocusKey;

class Shown {
 public:
  Shown() : m_ui(m_textures, test::landscape_glass()) { static_cast<void>(draw()); }

  std::optional<core::Action> press(FocusKey key) {
    m_ui.press_key(key);
    return draw();
  }

  std::optional<core::Action> draw(PointerSample const& pointer = {}) {
    return m_ui.draw(m_screen, pointer, 0).action;
  }

  [[nodiscard]] std::size_t painted() const { return m_textures.created(); }

 private:
  test::CountingTextures m_textures;
  ui::Ui m_ui;
  core::Screen m_screen = test::sample("apology", test::SampleWords::Dutch).screen;
};

TEST_CASE("The keys walk the controls in the order in which they stand, and round again") {
  Shown apology;
  static_cast<void>(apology.press(FocusKey::Next));
  auto const first = apology.press(FocusKey::Press);
  REQUIRE(first);
  CHECK(std::holds_alternative<core::TapDone>(*first));
  static_cast<void>(apology.press(FocusKey::Previous));
  auto const last = apology.press(FocusKey::Press);
  REQUIRE(last);
  CHECK(std::holds_alternative<core::TapReach>(*last));
  static_cast<void>(apology.press(FocusKey::Next));
  auto const round = apology.press(FocusKey::Press);
  REQUIRE(round);
  CHECK(std::holds_alternative<core::TapDone>(*round));
}

TEST_CASE("A press of a key without a focus does nothing") {
  Shown apology;
  CHECK_FALSE(apology.press(FocusKey::Press));
}

TEST_CASE("One press of a key acts once") {
  Shown apology;
  static_cast<void>(apology.press(FocusKey::Next));
  CHECK(apology.press(FocusKey::Press));
  CHECK_FALSE(apology.draw());
}

TEST_CASE("What has the focus gets a ring, until the glass is touched") {
  Shown apology;
  auto const painted = apology.painted();
  static_cast<void>(apology.press(FocusKey::Next));
  CHECK(apology.painted() == painted + 1);
  static_cast<void>(apology.draw({.x_px = 1, .y_px = 1, .present = true, .down = true}));
  static_cast<void>(apology.draw());
  CHECK_FALSE(apology.press(FocusKey::Press));
}

}  // namespace
}  // namespace inloop
