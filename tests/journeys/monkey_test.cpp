#include "tests/journeys/monkey.h"

#include <catch2/catch.hpp>

namespace inloop::test {
namespace {

constexpr int acts = 60;
constexpr std::uint32_t seeds = 10;

constexpr ui::Glass small_glass{.width_px = 1280, .height_px = 800, .px_per_mm = 5.94};

// Every seed is a visitor of its own; a failing one is named and can be run alone.
void hold_promises(std::uint32_t seed, core::Language language, ui::Glass const& glass) {
  CAPTURE(seed, core::facts(language).code, glass.width_px);
  static language::Catalogues const catalogues;
  Monkey monkey(seed, language, glass, catalogues);
  for (int act = 0; act < acts && monkey.broken().empty(); ++act) monkey.act();
  CHECK(monkey.broken() == std::set<std::string>{});
  CHECK(monkey.objections() == std::set<std::string>{});

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

// Tall and small glass in turn.
void let_ten_come(core::Language language) {
  for (std::uint32_t seed = 1; seed <= seeds; ++seed)
    hold_promises(seed, language, seed % 2 == 1 ? ui::Glass{} : small_glass);
}

}  // namespace

TEST_CASE("senseless visitors at the door of the host's room never get in") {
  static language::Catalogues const catalogues;
  for (std::uint32_t seed = 101; seed <= 100 + seeds; ++seed) {
    CAPTURE(seed);
    Monkey monkey(seed, core::Language::Dutch, seed % 2 == 1 ? ui::Glass{} : small_glass,
                  catalogues);
    int at_door = 0;
    for (int act = 0; act < acts && monkey.broken().empty(); ++act) {
      if (act % 4 == 0) monkey.knock();
      at_door += std::holds_alternative<core::AtDoor>(monkey.app().state().page) ? 1 : 0;
      monkey.act();
    }
    CHECK(monkey.broken() == std::set<std::string>{});
    CHECK(monkey.objections() == std::set<std::string>{});
    CHECK(at_door > 0);
  }
}

TEST_CASE("senseless visitors at a failing disk break no promise in Dutch") {
  let_ten_come(core::Language::Dutch);
}

TEST_CASE("senseless visitors at a failing disk break no promise in Arabic") {
  let_ten_come(core::Language::Arabic);
}

TEST_CASE("senseless visitors at a failing disk break no promise in Ukrainian") {
  let_ten_come(core::Language::Ukrainian);
}

}  // namespace inloop::test
