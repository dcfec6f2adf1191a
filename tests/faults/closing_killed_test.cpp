// kill -9 of the real inloop-kiosk around the moment at which it closes a month.

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/faults/kiosk_world.h"

namespace inloop::test {
namespace {

using std::chrono::milliseconds;

constexpr int lives = 36;
constexpr core::Date day_of_visits = std::chrono::year{2026} / 10 / 5;
constexpr core::Date last_day_of_grace = std::chrono::year{2026} / 11 / 3;
constexpr core::Date day_of_closing = std::chrono::year{2026} / 11 / 4;
constexpr std::string_view last_words_before = "2026-11-03 23:59";
constexpr std::string_view closed_words = "closed period 2026-10";
constexpr int longest_closing_ms = 60;     // from the last minute of grace until all is done
constexpr int longest_publishing_ms = 40;  // from the closing until the event is in the hatch

void play_to_the_end(KioskWorld const& world, std::string const& journey) {
  auto kiosk = world.start(journey);
  if (kiosk.wait() != 0) FAIL("the journey ended early: " << kiosk.errors());
}

// A kiosk with a month of visits, on the evening before it is closed.
void prepare(KioskWorld const& world) {
  std::string journey;
  for (int minute = 600; minute < 610; ++minute)
    journey +=
        fmt::format("at {}\ntap #home/check_in\nsee \"Fijn dat u er bent!\"\ntap \"Klaar\"\n",
                    journey_time(day_of_visits, minute));
  play_to_the_end(world, journey);
}

std::string into_the_closing() {
  auto const noon = 12 * 60;
  auto const last_minute = 24 * 60 - 1;
  return fmt::format("at {}\nat {}\nat {}\nsee \"Welkom!\"\nwait 36000 s\n",
                     journey_time(last_day_of_grace, noon),
                     journey_time(last_day_of_grace, last_minute), journey_time(day_of_closing, 1));
}

// Half of the lives end somewhere in the closing, half right after the month was closed.
void die_in_the_closing(KioskWorld const& world, std::mt19937& random) {
  auto kiosk = world.start(into_the_closing());
  bool const is_after = random() % 2 == 0;
  auto const words = is_after ? closed_words : last_words_before;
  if (!kiosk.wait_for_line(words)) FAIL("it does not come to its closing: " << kiosk.errors());
  (void)kiosk.wait(
      milliseconds{random() % (is_after ? longest_publishing_ms : longest_closing_ms)});
  kiosk.signal(SIGKILL);
  if (kiosk.wait() != 128 + SIGKILL) FAIL("the kiosk had ended: " << kiosk.errors());
}

std::string bytes_of(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// All that ever lay in the hatch under its own name, byte for byte.
std::multiset<std::string> events_in(KioskWorld const& world) {
  std::multiset<std::string> events;
  auto const listing = outbox::list_published(world.hatch());
  if (!listing) return events;  // killed before there was a folder
  for (auto const& event : listing->events) events.insert(bytes_of(event.path));
  return events;
}

std::multiset<std::string> events_in_store(KioskWorld const& world) {
  TemporaryFolder const copy;
  std::filesystem::copy(world.path("kiosk"), copy.path() / "kiosk",
                        std::filesystem::copy_options::recursive);
  auto store = store::Store::open({.file = copy.path() / "kiosk/kiosk.db", .place = "klooslaan"});
  if (!store) FAIL(store.error().what);
  auto const damage = store->find_damage();
  REQUIRE(damage);
  REQUIRE(damage->empty());
  std::multiset<std::string> events;
  auto const releases = store->releases();
  REQUIRE(releases);
  for (auto const& release : *releases) events.insert(release.bytes);
  return events;
}

// Where the lives ended.
struct Figures {
  int before = 0;   // nothing was drawn yet
  int between = 0;  // drawn, and not yet in the hatch
  int after = 0;    // in the hatch
};

void judge_one_life(KioskWorld const& world, Figures& figures) {
  auto const left_in_store = events_in_store(world);
  auto const left_in_hatch = events_in(world);
  REQUIRE(std::ranges::includes(left_in_store, left_in_hatch));
  if (left_in_store.empty())
    ++figures.before;
  else
    ++(left_in_hatch.empty() ? figures.between : figures.after);

  play_to_the_end(world,
                  fmt::format("at {}\nsee \"Welkom!\"\n", journey_time(day_of_closing, 540)));
  auto const in_store = events_in_store(world);
  REQUIRE(in_store.size() == 1);
  REQUIRE(events_in(world) == in_store);
  // What was drawn before the kill is what is there now: there never were two.
  REQUIRE(std::ranges::includes(in_store, left_in_store));
}

}  // namespace

TEST_CASE(
    "Killed around the closing of a month, the kiosk draws it once and publishes those bytes") {
  auto const seed = Catch::rngSeed();
  std::mt19937 random(seed);
  KioskWorld const prepared;
  prepare(prepared);
  REQUIRE(events_in_store(prepared).empty());
  Figures figures;
  for (int life = 0; life < lives; ++life) {
    INFO("seed " << seed << ", life " << life);
    KioskWorld const world(prepared);
    die_in_the_closing(world, random);
    judge_one_life(world, figures);
  }
  std::cout << fmt::format(
      "seed {}: {} kills, {} before the draw, {} between draw and hatch, {} after\n", seed, lives,
      figures.before, figures.between, figures.after);
  CHECK(figures.before + figures.between + figures.after == lives);
  CHECK(figures.before > 0);
  CHECK(figures.between + figures.after > 0);
}

}  // namespace inloop::test
