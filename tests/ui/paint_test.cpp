#include "kiosk/ui/paint.h"

#include <catch2/catch.hpp>

#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using ui::Painter;
using ui::Plate;
using ui::Typesetter;

Plate plate(int width_px) {
  return {.width_px = width_px,
          .height_px = 1000,
          .radius_px = 20,
          .edge_px = 2,
          .shadow_px = 0,
          .fill = {200, 220, 240},
          .edge = {90, 130, 170},
          .shadow = {}};
}

TEST_CASE("The same picture is painted once") {
  test::CountingTextures textures;
  Typesetter typesetter;
  Painter painter(textures, typesetter);
  painter.start_frame();
  auto const first = painter.picture(plate(100));
  auto const again = painter.picture(plate(100));
  CHECK(first.texture == again.texture);
  CHECK(textures.created() == 1);
}

TEST_CASE("A screen that is drawn again paints nothing") {
  test::CountingTextures textures;
  ui::Ui ui(textures, test::landscape_glass());
  auto const screen = test::sample("home", test::SampleWords::Dutch).screen;
  static_cast<void>(ui.draw(screen, {}, 0));
  auto const painted = textures.created();
  CHECK(painted > 10);
  static_cast<void>(ui.draw(screen, {}, 16));
  CHECK(textures.created() == painted);
}

TEST_CASE("A new minute paints the clock and nothing else") {
  test::CountingTextures textures;
  ui::Ui ui(textures, test::portrait_glass());
  auto screen = test::sample("home", test::SampleWords::Dutch).screen;
  static_cast<void>(ui.draw(screen, {}, 0));
  auto const painted = textures.created();
  ++std::get<core::HomeScreen>(screen.content).minute_of_day;
  static_cast<void>(ui.draw(screen, {}, 60'000));
  CHECK(textures.created() == painted + 1);
}

TEST_CASE("What was shown longest ago goes first when the pictures take too much room") {
  test::CountingTextures textures;
  Typesetter typesetter;
  Painter painter(textures, typesetter);
  constexpr int width_px = 1000;  // 4 MB each
  constexpr std::size_t fitting = ui::most_painted_bytes / (std::size_t{width_px} * 1000 * 4);
  std::size_t const too_many = fitting + 3;
  for (std::size_t i = 0; i < too_many; ++i) {
    painter.start_frame();
    static_cast<void>(painter.picture(plate(width_px + static_cast<int>(i))));
  }
  CHECK(textures.kept() <= fitting);
  painter.start_frame();
  auto const created = textures.created();
  static_cast<void>(painter.picture(plate(width_px + static_cast<int>(too_many) - 1)));
  CHECK(textures.created() == created);
  static_cast<void>(painter.picture(plate(width_px)));
  CHECK(textures.created() == created + 1);
}

TEST_CASE("A frame keeps all its own pictures, however large they are") {
  test::CountingTextures textures;
  Typesetter typesetter;
  Painter painter(textures, typesetter);
  painter.start_frame();
  for (int i = 0; i < 10; ++i) static_cast<void>(painter.picture(plate(1000 + i)));
  CHECK(textures.kept() == 10);
}

TEST_CASE("After a graphics reset everything is painted again") {
  test::CountingTextures textures;
  ui::Ui ui(textures, test::landscape_glass());
  auto const screen = test::sample("home", test::SampleWords::Dutch).screen;
  static_cast<void>(ui.draw(screen, {}, 0));
  auto const painted = textures.created();
  textures.lose_all();
  static_cast<void>(ui.draw(screen, {}, 16));
  CHECK(textures.created() == 2 * painted);
  CHECK(textures.destroyed() == 0);
}

TEST_CASE("Closing the glass gives every texture back") {
  test::CountingTextures textures;
  {
    ui::Ui ui(textures, test::landscape_glass());
    static_cast<void>(ui.draw(test::sample("party", test::SampleWords::Arabic).screen, {}, 0));
    CHECK(textures.kept() > 0);
  }
  CHECK(textures.kept() == 0);
}

TEST_CASE("Long lines break between words, and a word that is too long says so") {
  Typesetter typesetter;
  ui::Lettering lettering{.text = "Bent u deze maand voor het eerst hier?", .em_px = 40};
  auto const one_line = typesetter.measure(lettering);
  lettering.width_px = one_line.width_px / 2 + 40;
  auto const two_lines = typesetter.measure(lettering);
  CHECK_FALSE(two_lines.has_broken_word);
  CHECK(two_lines.height_px > 1.8 * one_line.height_px);
  CHECK(two_lines.height_px < 2.1 * one_line.height_px);
  lettering.width_px = 60;
  CHECK(typesetter.measure(lettering).has_broken_word);
}

TEST_CASE("Balanced lines are no more lines, and about equally long") {
  Typesetter typesetter;
  ui::Lettering lettering{.text = "Wat weet dit scherm?", .em_px = 40, .align = ui::Align::Centre};
  auto const one_line = typesetter.measure(lettering);
  lettering.width_px = one_line.width_px - 10;
  auto const unbalanced = typesetter.measure(lettering);
  auto const balanced = typesetter.measure(typesetter.balanced(lettering));
  CHECK(balanced.height_px == unbalanced.height_px);
  CHECK(balanced.ink.width_px() < unbalanced.ink.width_px());
  lettering.width_px = one_line.width_px + 10;
  CHECK(typesetter.balanced(lettering) == lettering);
}

TEST_CASE("Arabic marks above and below the letters stay within the room of their words") {
  Typesetter typesetter;
  for (auto const* const text : {"شخصاً", "ثوانٍ"}) {
    auto const extent = typesetter.measure({.text = text,
                                            .face = ui::Face::Bold,
                                            .em_px = 40,
                                            .direction = core::Direction::RightToLeft});
    INFO(text);
    CHECK(extent.ink.top_px >= 0);
    CHECK(extent.ink.bottom_px <= static_cast<float>(extent.height_px));
  }
}

TEST_CASE("Every language of the kiosk finds its letters") {
  Typesetter typesetter;
  // What no font knows is drawn as a box with digits, much wider than a letter.
  for (auto const& language : core::all_languages) {
    ui::Lettering const lettering{.text = std::string(language.own_name), .em_px = 40};
    INFO(language.own_name);
    CHECK(typesetter.unknown_letters(lettering) == 0);
  }
  CHECK(typesetter.unknown_letters({.text = "𐎀", .em_px = 40}) == 1);
}

}  // namespace
}  // namespace inloop
