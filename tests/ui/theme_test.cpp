#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch.hpp>

namespace inloop {
namespace {

using ui::Colour;
using ui::contrast_ratio;
using ui::Palette;

constexpr double least_text = 7;  // WCAG 2.2, 1.4.6
constexpr double least_edge = 3;  // WCAG 2.2, 1.4.11

std::vector<std::pair<std::string, Palette>> all_palettes() {
  auto const theme = ui::built_in_theme();
  return {{"light", theme.light}, {"dark", theme.dark}, {"contrast", theme.contrast}};
}

TEST_CASE("Black on white has the greatest contrast, and a colour none with itself") {
  CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast_ratio({10, 20, 30}, {10, 20, 30}) == Approx(1));
  CHECK(contrast_ratio({0x77, 0x77, 0x77}, {255, 255, 255}) == Approx(4.48).margin(0.01));
}

TEST_CASE("Words keep seven to one with whatever they stand on, in every theme") {
  for (auto const& [name, palette] : all_palettes()) {
    INFO(name);
    for (auto const ground : {palette.paper, palette.surface}) {
      CHECK(contrast_ratio(palette.ink, ground) >= least_text);
      CHECK(contrast_ratio(palette.ink_soft, ground) >= least_text);
    }
    for (auto const& tint : palette.tints)
      CHECK(contrast_ratio(palette.ink, tint.fill) >= least_text);
    CHECK(contrast_ratio(palette.on_main, palette.main) >= least_text);
    CHECK(contrast_ratio(palette.on_chosen, palette.chosen) >= least_text);
  }
}

TEST_CASE("Edges of controls keep three to one with both sides, in every theme") {
  for (auto const& [name, palette] : all_palettes()) {
    INFO(name);
    std::vector<Colour> grounds{palette.paper, palette.surface};
    for (auto const& tint : palette.tints) {
      CHECK(contrast_ratio(tint.edge, tint.fill) >= least_edge);
      CHECK(contrast_ratio(tint.edge, palette.paper) >= least_edge);
      CHECK(contrast_ratio(tint.edge, palette.surface) >= least_edge);
      grounds.push_back(tint.fill);
    }
    for (auto const ground : grounds) {
      CHECK(contrast_ratio(palette.main, ground) >= least_edge);
      CHECK(contrast_ratio(palette.chosen, ground) >= least_edge);
      CHECK(contrast_ratio(palette.focus, ground) >= least_edge);
      // Plain controls stand on paper, on cards and on the tinted panels of the steppers.
      CHECK(contrast_ratio(palette.line, ground) >= least_edge);
    }
  }
}

TEST_CASE("The colours of tokens are told apart, and stand out from their tile, in every theme") {
  constexpr int least_difference = 60;  // on a scale where white and black differ by 765
  for (auto const& [name, palette] : all_palettes()) {
    INFO(name);
    for (auto const one : core::all_token_colours) {
      auto const& colours = palette.token(one);
      CHECK(std::max(contrast_ratio(colours.fill, palette.surface),
                     contrast_ratio(colours.edge, palette.surface)) >= least_edge);
      for (auto const other : core::all_token_colours) {
        if (one == other) continue;
        auto const& fill = palette.token(other).fill;
        CHECK(std::abs(fill.red - colours.fill.red) + std::abs(fill.green - colours.fill.green) +
                  std::abs(fill.blue - colours.fill.blue) >=
              least_difference);
      }
    }
  }
}

TEST_CASE("A pressed control keeps seven to one for its words") {
  for (auto const& [name, palette] : all_palettes()) {
    INFO(name);
    auto const pressed = [](Colour fill, Colour ink) {
      return contrast_ratio(ink, ui::mixed(fill, ink, ui::pressed_share));
    };
    CHECK(pressed(palette.surface, palette.ink) >= least_text);
    for (auto const& tint : palette.tints) CHECK(pressed(tint.fill, palette.ink) >= least_text);
  }
}

TEST_CASE("Body text is never below four millimetres of x-height") {
  constexpr double x_height = 0.536;  // of Noto Sans, in its em
  CHECK(ui::built_in_theme().measures.least_em_mm * x_height >= 4);
}

TEST_CASE("Targets are meant to be no smaller than fingers need") {
  auto const measures = ui::built_in_theme().measures;
  CHECK(measures.least_target_mm >= 20);
  CHECK(measures.main_target_mm >= 25);
  CHECK(measures.small_gap_mm >= 3);
}

TEST_CASE("A theme with a broken colour or without a token is refused") {
  CHECK_THROWS(ui::read_theme("{}"));
  CHECK_THROWS(ui::read_theme("no theme at all"));
  CHECK_THROWS_WITH(ui::read_theme(R"({"palettes": {"light": {"paper": "#12345G"}}})"),
                    Catch::Contains("#12345G"));
}

}  // namespace
}  // namespace inloop
