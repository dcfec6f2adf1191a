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
  auto const counts = store.counts(core::period_of(day_in_october));
  REQUIRE(counts);
  REQUIRE(counts->size() == 1);
  CHECK(counts->at(0).adults == 1);
}

TEST_CASE("a restored backup that knows nothing of a release does not draw it again") {
  House house;
  std::vector<store::PublishedRelease> published;
  {
    auto store = house.open();
    REQUIRE(store.add_visit({.arrived = {day_in_october, 600}}));
    REQUIRE(store.back_up(house.memory.backups));
    auto housekeeping = house.housekeeping();
    REQUIRE(housekeeping.tidy(store, day_of_closing));
    published = store.releases().value();
    REQUIRE(published.size() == 1);
  }
  // Only the copy from before the closing survives.
  auto const newest = house.memory.backups / "kiosk.db.1";
  auto const older = house.memory.backups / "kiosk.db.2";
  if (std::filesystem::exists(older)) std::filesystem::rename(older, newest);
  house.damage_database();

  auto store = house.open();
  REQUIRE(house.housekeeping().tidy(store, day_of_closing));
  CHECK(store.releases() == published);
}
