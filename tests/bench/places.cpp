// places: prints where the kiosk's check-in button and the button that leads back stand on a glass,
// so that the probe, which knows nothing about the kiosk, can tap on them.

#include <cmath>
#include <cstdlib>
#include <iostream>

#include "kiosk/core/screen.h"
#include "kiosk/language/catalogues.h"
#include "tests/support/ui_harness.h"

namespace inloop::bench {
namespace {

void print_place(ui::Mark const& mark) {
  std::cout << std::lround((mark.rect.left_px + mark.rect.right_px) / 2) << ' '
            << std::lround((mark.rect.top_px + mark.rect.bottom_px) / 2) << '\n';
}

int run(int width_px, int height_px, int diagonal_mm) {
  language::Catalogues const catalogues;
  core::State state = core::initial_state({.place_name = "De Huiskamer"}, {});
  core::Words const& words = catalogues.of(state.preferences.language);
  test::UiHarness glass({.width_px = width_px,
                         .height_px = height_px,
                         .px_per_mm = std::hypot(width_px, height_px) / diagonal_mm});
  glass.show(core::screen_for(state, words));
  print_place(glass.mark("home/check_in"));
  state.page = core::Welcome{};
  glass.show(core::screen_for(state, words));
  print_place(glass.mark("welcome/done"));
  return 0;
}

}  // namespace
}  // namespace inloop::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: places WIDTH_PX HEIGHT_PX DIAGONAL_MM\n";
    return 1;
  }
  return inloop::bench::run(std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3]));
}
