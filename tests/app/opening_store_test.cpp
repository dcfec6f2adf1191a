#include "kiosk/app/opening_store.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "kiosk/app/closing.h"
#include "kiosk/app/housekeeping.h"
#include "tests/app/seeded_random.h"
#include "tests/app/turned_clock.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::app;

namespace {

constexpr core::Date day_in_october = std::chrono::year{2026} / 10 / 5;
constexpr core::Date day_of_closing = std::chrono::year{2026} / 11 / 4;

struct House {
  inloop::test::TemporaryFolder folder;
  inloop::test::TurnedClock clock;
  inloop::test::SeededRandom random{3};
  HouseClock wall = std::move(*HouseClock::make(clock, "Europe/Amsterdam"));
  Memory memory{.database = folder.path() / "kiosk" / "kiosk.db",
                .backups = folder.path() / "kiosk" / "backups",
                .place_id = "linde",
                .hatch = {folder.path() / "outbox", folder.path() / "receipts"}};

  House() {
    std::filesystem::create_directories(memory.hatch.outbox);
    std::filesystem::create_directories(memory.hatch.receipts);
  }

  store::Store open() const {
    auto opened = open_store(memory, wall.stamp());
    if (!opened) FAIL(opened.error().what);
    return std::move(*opened);
  }

  Housekeeping housekeeping() {
    return {Closing({.place_id = "linde", .source = "urn:nld:kvknr:12345678:systeem:linde-1"}, wall,
                    random),
            memory};
  }

  // October is closed and published; the one backup is from before.
  std::vector<store::PublishedRelease> release_october() {
    auto store = open();
    REQUIRE(store.add_visit({.arrived = {day_in_october, 600}}));
    REQUIRE(store.back_up(memory.backups));
    auto const of_before = memory.backups / "kiosk.db.1";
    auto const kept = folder.path() / "kept";
    std::filesystem::rename(of_before, kept);
    REQUIRE(housekeeping().tidy(store, day_of_closing));
    std::filesystem::rename(kept, of_before);
    REQUIRE(releases(store).size() == 1);
    return releases(store);
  }

  static std::vector<store::PublishedRelease> releases(store::Store& store) {
    auto found = store.releases();
    if (!found) FAIL(found.error().what);
    return *found;
  }

  void damage_database() const {
    std::ofstream file(memory.database, std::ios::binary | std::ios::trunc);
    file << "this is no database, it is a note that somebody left here by mistake";
  }
};

}  // namespace

TEST_CASE("a damaged memory is mended from the backup of the day") {
  House house;
  {
    auto store = house.open();
    REQUIRE(store.add_visit({.arrived = {day_in_october, 600}}));
    REQUIRE(house.housekeeping().tidy(store, day_in_october));
  }
  house.damage_database();
  auto store = house.open();
  auto const counts = store.period_counts(core::period_of(day_in_october));
  REQUIRE(counts);
  REQUIRE(counts->dayparts.size() == 1);
  CHECK(counts->dayparts[0].adults == 1);
}

TEST_CASE("a restored backup that knows nothing of a release does not draw it again") {
  House house;
  auto const published = house.release_october();
  house.damage_database();

  auto store = house.open();
  CHECK(house.releases(store).empty());
  REQUIRE(house.housekeeping().tidy(store, day_of_closing));
  CHECK(house.releases(store) == published);
}

TEST_CASE("while the hatch is in disorder people are counted and nothing is drawn again") {
  House house;
  auto const published = house.release_october();
  house.damage_database();
  auto const event = outbox::list_published(house.memory.hatch).value().events.at(0).path;
  auto const event_name = "outbox/new/" + event.filename().string();
  auto const outbox = house.memory.hatch.outbox;
  auto const elsewhere = house.folder.path() / "elsewhere";
  bool const is_moved = GENERATE(false, true);
  if (is_moved) {
    std::filesystem::rename(outbox, elsewhere);
  } else {
    std::filesystem::remove(event);
    house.folder.write(event_name, "garbled");
  }

  auto store = house.open();
  CHECK(store.add_visit({.arrived = {day_of_closing, 600}}));
  auto const tidied = house.housekeeping().tidy(store, day_of_closing);
  REQUIRE_FALSE(tidied);
  CHECK_THAT(tidied.error().what, Catch::Contains("nothing is closed"));
  CHECK(house.releases(store).empty());

  // Put in order again, it is taken in and stands.
  if (is_moved) {
    std::filesystem::rename(elsewhere, outbox);
  } else {
    house.folder.write(event_name, published.at(0).bytes);
  }
  CHECK(house.housekeeping().tidy(store, day_of_closing));
  CHECK(house.releases(store) == published);
}

TEST_CASE("a kiosk that starts again and again makes no second backup within the day") {
  House house;
  auto store = house.open();
  REQUIRE(house.housekeeping().tidy(store, day_in_october));
  auto const newest = house.memory.backups / "kiosk.db.1";
  auto const older = house.memory.backups / "kiosk.db.2";
  auto const written = std::filesystem::last_write_time(newest);

  std::filesystem::last_write_time(newest, written - std::chrono::hours{19});
  REQUIRE(house.housekeeping().tidy(store, day_in_october));
  CHECK_FALSE(std::filesystem::exists(older));

  // A day later, or a day earlier: then it was the clock that ran ahead.
  auto const by = GENERATE(std::chrono::hours{-24}, std::chrono::hours{24});
  std::filesystem::last_write_time(newest, written + by);
  REQUIRE(house.housekeeping().tidy(store, day_in_october));
  CHECK(std::filesystem::exists(older));
}
