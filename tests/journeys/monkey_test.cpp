#include "tests/journeys/monkey.h"

#include <catch2/catch.hpp>

namespace inloop::test {
namespace {

constexpr int acts = 150;

// Every seed is a visitor of its own; a failing one is named and can be run alone.
void hold_promises(std::uint32_t seed, ui::Glass const& glass) {
  CAPTURE(seed);
  static language::Catalogues const catalogues;
  Monkey monkey(seed, glass, catalogues);
  for (int act = 0; act < acts && monkey.broken().empty(); ++act) monkey.act();
  CHECK(monkey.broken() == std::set<std::string>{});
  CHECK(monkey.objections() == std::set<std::string>{});
  CHECK_FALSE(monkey.welcomed().empty());

  monkey.leave();
  core::State const& state = monkey.app().state();
  REQUIRE(std::holds_alternative<core::Home>(state.page));
  CHECK_FALSE(std::get<core::Home>(state.page).check_in);
  CHECK_FALSE(state.warned_at_ms);
  CHECK(state.preferences == state.settings.resting);
  for (auto const& [visit, kept] : monkey.disk().visits()) {
    CAPTURE(visit);
    // Who saw no welcome is not counted, unless the disk would not let go of it.
    CHECK((monkey.welcomed().contains(visit) || kept.is_undone ||
           monkey.disk().was_undo_refused(visit)));
  }
}

}  // namespace

TEST_CASE("a senseless visitor at a failing disk breaks no promise on a tall glass") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) hold_promises(seed, {});
}

TEST_CASE("a senseless visitor at a failing disk breaks no promise on a small glass") {
  for (std::uint32_t seed = 101; seed <= 106; ++seed)
    hold_promises(seed, {.width_px = 1280, .height_px = 800, .px_per_mm = 5.94});
}

}  // namespace inloop::test
