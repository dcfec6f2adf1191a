// frame_cost: what one full frame of the home screen costs the processor, drawn in software on the
// two reference glasses, and one of the welcome screen. Prints one line each.

#include <cmath>
#include <ctime>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/core/screen.h"
#include "kiosk/language/catalogues.h"
#include "tests/support/ui_harness.h"

namespace inloop::bench {
namespace {

constexpr int frames = 300;

ui::Glass glass_of(int width_px, int height_px, double diagonal_mm) {
  return {.width_px = width_px,
          .height_px = height_px,
          .px_per_mm = std::hypot(width_px, height_px) / diagonal_mm};
}

void report(std::string_view name, ui::Glass const& glass, core::Screen const& screen) {
  test::UiHarness harness(glass);
  harness.show(screen);
  std::clock_t const begin = std::clock();
  for (int frame = 0; frame < frames; ++frame) harness.draw_again();
  double const spent_ms = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  fmt::print("{:<42} {:6.2f}\n",
             fmt::format("{} {}x{}, processor ms a frame", name, glass.width_px, glass.height_px),
             spent_ms / frames);
}

}  // namespace
}  // namespace inloop::bench

int main() {
  using namespace inloop;
  language::Catalogues const catalogues;
  core::State state = core::initial_state({.place_name = "De Huiskamer"}, {});
  core::Words const& words = catalogues.of(state.preferences.language);
  ui::Glass const wall = bench::glass_of(1080, 1920, 546);
  ui::Glass const counter = bench::glass_of(1280, 800, 254);
  bench::report("home", wall, core::screen_for(state, words));
  bench::report("home", counter, core::screen_for(state, words));
  state.page = core::Welcome{};
  bench::report("welcome", wall, core::screen_for(state, words));
  return 0;
}
