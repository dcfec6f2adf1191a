// kill -9 of the real inloop-kiosk, two hundred times over, always on the same database.

#include <csignal>
#include <iostream>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/faults/kiosk_world.h"
#include "tests/faults/told_visits.h"

namespace inloop::test {
namespace {

using std::chrono::milliseconds;

constexpr int lives = 200;
constexpr int check_ins = 120;  // more than any life has time for
constexpr int first_minute = 600;
constexpr int longest_service_ms = 200;  // after the first welcome; some ten visits
constexpr int longest_start_ms = 350;
// Two hundred days without a clock change, which the time in a journey would have to jump over.
constexpr core::Date first_day = std::chrono::year{2026} / 4 / 1;

// Months pass in the two hundred days: some lives also close one.
core::Date day_of(int life) {
  return core::Date(std::chrono::sys_days(first_day) + std::chrono::days{life});
}

// One visitor a minute; one in five takes it back.
std::string visitors_of(core::Date day, std::mt19937& random) {
  std::string journey;
  for (int minute = first_minute; minute < first_minute + check_ins; ++minute) {
    journey += fmt::format("at {}\ntap #home/check_in\nsee \"{}\"\n", journey_time(day, minute),
                           welcome_words);
    if (random() % 5 == 0)
      journey += fmt::format("tap \"{}\"\nsee \"{}\"\n", mistake_words, undone_words);
    else
      journey += "tap \"Klaar\"\n";
  }
  return journey;
}

// What the visitors were told until the kiosk was killed: one time in four while it starts, one in
// four at the very moment of its first welcome, else while it serves.
Told live_and_die(KioskWorld const& world, core::Date day, std::mt19937& random) {
  auto kiosk = world.start(visitors_of(day, random));
  auto const kind = random() % 4;
  if (kind == 0) {
    (void)kiosk.wait(milliseconds{random() % longest_start_ms});
  } else {
    auto const welcome = kiosk.wait_for_line(welcome_words);
    if (!welcome) FAIL("nobody was welcomed: " << kiosk.errors());
    if (kind != 1) (void)kiosk.wait(milliseconds{random() % longest_service_ms});
  }
  kiosk.signal(SIGKILL);
  if (kiosk.wait() != 128 + SIGKILL) FAIL("the kiosk had ended: " << kiosk.errors());
  return told_by(kiosk.output());
}

struct Figures {
  std::size_t welcomed = 0;
  std::size_t undone = 0;
  int without_welcome = 0;  // lives that were over before anybody was welcomed
  int unconfirmed = 0;      // visits that were stored and not yet told
};

void count(Figures& figures, Told const& told, Remains const& remains, std::size_t visits_before) {
  figures.welcomed += told.welcomed.size();
  figures.undone += told.undone.size();
  figures.without_welcome += told.welcomed.empty() && told.undone.empty() ? 1 : 0;
  figures.unconfirmed += remains.kept.visits.size() > visits_before + told.welcomed.size() ? 1 : 0;
}

Kept with_visits(std::initializer_list<int> minutes) {
  Kept kept;
  for (auto const minute : minutes) {
    auto const id = static_cast<core::VisitId>(kept.visits.size()) + 1;
    kept.visits[id] = {.date = "2026-10-05", .minute = minute, .party = {}, .first_time = "skip"};
  }
  return kept;
}

std::vector<std::string> judge(Kept const& found, Kept const& before = {}) {
  Told const told{.welcomed = {600, 601}, .undone = {602}, .in_doubt = 603};
  return objections_to(found, before, told, "2026-10-05");
}

}  // namespace

TEST_CASE("Killed two hundred times, the kiosk loses no welcomed visit and doubles none") {
  auto const seed = Catch::rngSeed();
  std::mt19937 random(seed);
  KioskWorld const world;
  Remains remains;
  Figures figures;
  for (int life = 0; life < lives; ++life) {
    INFO("seed " << seed << ", life " << life);
    auto const day = day_of(life);
    auto const told = live_and_die(world, day, random);
    auto const before = remains.kept;
    remains = world.remains();
    REQUIRE(remains.damage == std::vector<std::string>{});
    REQUIRE(objections_to(remains.kept, before, told, journey_time(day, 0).substr(0, 10)) ==
            std::vector<std::string>{});
    count(figures, told, remains, before.visits.size());
  }
  std::cout << fmt::format(
      "seed {}: {} kills, {} visits welcomed and kept, {} undone and gone, {} stored and not yet "
      "told, {} lives without a welcome, {} months closed\n",
      seed, lives, figures.welcomed, figures.undone, figures.unconfirmed, figures.without_welcome,
      remains.kept.closed.size());
  CHECK(remains.kept.visits.size() ==
        figures.welcomed + static_cast<std::size_t>(figures.unconfirmed));
  CHECK(figures.welcomed > lives);
  CHECK(figures.undone > 0);
  CHECK(figures.without_welcome > 0);
  CHECK(remains.kept.releases.size() == remains.kept.closed.size());
}

TEST_CASE("The judge hears from the lines of a journey what its visitors know") {
  CHECK(
      told_by("  2026-10-05 10:00\n  tap Ik ben er\n  see Fijn dat u er bent!\n  tap Klaar\n"
              "  2026-10-05 10:01\n  see Fijn dat u er bent!\n  tap Foutje, niet tellen\n"
              "  see Wij hebben u niet geteld.\n  2026-10-05 10:02\n  tap Ik ben er\n  see Fijn") ==
      Told{.welcomed = {600}, .undone = {601}, .in_doubt = 602});
  CHECK(told_by("  2026-10-05 9:00\n  see Fijn dat u er bent!\n  tap Foutje, niet tellen\n") ==
        Told{.in_doubt = 540});
  CHECK(told_by("") == Told{});
}

TEST_CASE("The judge accepts what was told, with or without what was under way") {
  CHECK(judge(with_visits({600, 601})).empty());
  CHECK(judge(with_visits({600, 601, 603})).empty());
}

TEST_CASE("The judge notices what is lost, doubled, invented or not undone") {
  CHECK(judge(with_visits({600})).size() == 1);
  CHECK(judge(with_visits({600, 600, 601})).size() == 1);
  CHECK(judge(with_visits({600, 601, 603, 603})).size() == 1);
  CHECK(judge(with_visits({600, 601, 602})).size() == 1);
  CHECK(judge(with_visits({600, 601, 700})).size() == 1);
  CHECK(judge(with_visits({600, 600})).size() == 2);  // doubled and lost: the sum would be right
}

TEST_CASE("The judge notices what an earlier life had and this one lost") {
  auto const before = with_visits({700});
  auto found = with_visits({700, 600, 601});
  CHECK(judge(found, before).empty());
  found.visits[1].minute.reset();
  CHECK(judge(found, before).empty());
  found.visits[1].party.adults = 2;
  CHECK(judge(found, before).size() == 1);
  found.visits.erase(1);
  CHECK(judge(found, before).size() == 1);
}

}  // namespace inloop::test
