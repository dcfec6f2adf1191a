#include <string>

#include <catch2/catch.hpp>

#include "tests/support/mark_checks.h"
#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using core::Reach;
using core::TextSize;
using ui::Mark;
using ui::MarkKind;

struct Setting {
  std::string name;
  TextSize text_size = TextSize::Normal;
  Reach reach = Reach::Everywhere;
};

std::vector<Setting> all_settings() {
  return {{"normal", TextSize::Normal, Reach::Everywhere},
          {"large", TextSize::Large, Reach::Everywhere},
          {"low", TextSize::Normal, Reach::LowerHalf},
          {"large and low", TextSize::Large, Reach::LowerHalf}};
}

bool is_control(Mark const& mark) {
  return mark.kind == MarkKind::Button || mark.kind == MarkKind::MainButton;
}

// Calls `check` with the marks of every screen in every setting on one glass.
template <class Check>
void for_every_screen(test::NamedGlass const& glass, test::SampleWords words, Check const& check) {
  test::CountingTextures textures;
  ui::Ui ui(textures, glass.glass);
  for (auto const& sample : test::all_samples(words))
    for (auto const& setting : all_settings()) {
      auto screen = sample.screen;
      screen.preferences.text_size = setting.text_size;
      screen.preferences.reach = setting.reach;
      static_cast<void>(ui.draw(screen, {}, 0));
      INFO(glass.name << ", " << sample.name << ", " << setting.name);
      check(ui.marks(), screen);
    }
}

std::string joined(std::vector<std::string> const& lines) {
  std::string text;
  for (auto const& line : lines) text += line + "\n";
  return text;
}

void check_all(test::SampleWords words) {
  for (auto const& glass : test::all_glasses())
    for_every_screen(glass, words, [&](auto const& marks, core::Screen const& screen) {
      CHECK(joined(test::objections_to(marks, glass.glass, screen.preferences.text_size)) == "");
    });
}

TEST_CASE("Every screen in Dutch holds sizes, gaps and words on every glass") {
  check_all(test::SampleWords::Dutch);
}

TEST_CASE("Every screen in Arabic holds sizes, gaps and words on every glass") {
  check_all(test::SampleWords::Arabic);
}

TEST_CASE("Every screen with German-length words holds sizes, gaps and words on every glass") {
  check_all(test::SampleWords::Long);
}

TEST_CASE("Every screen in the other languages holds sizes, gaps and words on every glass") {
  using enum test::SampleWords;
  for (auto const words : {English, Turkish, Polish, Ukrainian, Persian}) check_all(words);
}

TEST_CASE("Every screen of the host's room holds sizes, gaps and words on every glass") {
  using enum test::SampleWords;
  test::CountingTextures textures;
  for (auto const words : {Dutch, Arabic, English, Long})
    for (auto const& glass : test::all_glasses()) {
      ui::Ui ui(textures, glass.glass);
      for (auto const& sample : test::host_samples(words))
        for (auto const text_size : {TextSize::Normal, TextSize::Large}) {
          auto screen = sample.screen;
          screen.preferences.text_size = text_size;
          static_cast<void>(ui.draw(screen, {}, 0));
          INFO(glass.name << ", " << sample.name << ", " << static_cast<int>(words) << ", "
                          << (text_size == TextSize::Large ? "large" : "normal"));
          CHECK(joined(test::objections_to(ui.marks(), glass.glass, text_size)) == "");
        }
    }
}

TEST_CASE("Low reach puts every control of high glass in its lower half") {
  constexpr double high_mm = 300;
  for (auto const& glass : test::all_glasses()) {
    if (glass.glass.height_px / glass.glass.px_per_mm < high_mm) continue;
    for_every_screen(
        glass, test::SampleWords::Dutch, [&](auto const& marks, core::Screen const& screen) {
          if (screen.preferences.reach != Reach::LowerHalf) return;
          for (auto const& mark : marks) {
            INFO(mark.id);
            if (is_control(mark))
              CHECK(mark.rect.top_px >= static_cast<float>(glass.glass.height_px) / 2 - 1);
          }
        });
  }
}

TEST_CASE("Large text on the reference glass is twice as large where it is read, not shown off") {
  test::CountingTextures textures;
  ui::Ui ui(textures, test::portrait_glass());
  auto screen = test::sample("home", test::SampleWords::Dutch).screen;
  static_cast<void>(ui.draw(screen, {}, 0));
  auto const normal = test::mark_of(ui.marks(), "home/date");
  screen.preferences.text_size = TextSize::Large;
  static_cast<void>(ui.draw(screen, {}, 0));
  auto const large = test::mark_of(ui.marks(), "home/date");
  CHECK(large.ink.height_px() >= 1.9F * normal.ink.height_px());
  CHECK(large.ink.height_px() <= 2.1F * normal.ink.height_px());
}

// The same phrases in both, so that only the direction differs; on glass with room enough, because
// Arabic letters need higher lines.
TEST_CASE("A right-to-left screen is the mirror image of a left-to-right one") {
  for (auto const& glass : test::all_glasses()) {
    if (glass.glass.height_px / glass.glass.px_per_mm < 300) continue;
    test::CountingTextures textures;
    ui::Ui ui(textures, glass.glass);
    auto screen = test::sample("party", test::SampleWords::Dutch).screen;
    static_cast<void>(ui.draw(screen, {}, 0));
    auto const straight = ui.marks();
    screen.preferences.language = core::Language::Persian;
    static_cast<void>(ui.draw(screen, {}, 0));
    auto const& mirrored = ui.marks();
    REQUIRE(mirrored.size() == straight.size());
    for (std::size_t i = 0; i < straight.size(); ++i) {
      INFO(glass.name << ", " << straight[i].id);
      CHECK(mirrored[i].id == straight[i].id);
      CHECK(mirrored[i].rect.left_px ==
            Approx(static_cast<float>(glass.glass.width_px) - straight[i].rect.right_px).margin(1));
    }
  }
}

TEST_CASE("Only the out-of-order screen has no buttons") {
  for_every_screen(test::all_glasses().front(), test::SampleWords::Dutch,
                   [](auto const& marks, core::Screen const& screen) {
                     auto const has_controls = std::ranges::any_of(marks, is_control);
                     auto const is_out_of_order =
                         std::holds_alternative<core::OutOfOrderScreen>(screen.content);
                     CHECK(has_controls != is_out_of_order);
                   });
}

TEST_CASE("Eight languages stand on the strip of large glass and behind one tile on small glass") {
  auto const screen = test::sample("home_8_languages", test::SampleWords::Dutch).screen;
  auto const has_tile = [&](ui::Glass const& glass) {
    test::CountingTextures textures;
    ui::Ui ui(textures, glass);
    static_cast<void>(ui.draw(screen, {}, 0));
    return std::ranges::any_of(ui.marks(),
                               [](Mark const& mark) { return mark.id == "home/languages"; });
  };
  CHECK_FALSE(has_tile(test::portrait_glass()));
  CHECK(has_tile(test::landscape_glass()));
}

}  // namespace
}  // namespace inloop
