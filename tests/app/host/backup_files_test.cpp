#include "kiosk/app/host/backup_files.h"

#include <fstream>
#include <iterator>

#include "kiosk/app/closing.h"
#include "kiosk/store/hosts.h"
#include "kiosk/store/kept_backup_lock.h"
#include "kiosk/store/restoring.h"
#include "tests/app/host/desk_fixture.h"

namespace inloop::app::host {
namespace {

using test::HouseWithDesk;
using test::moment;
using test::need;

constexpr auto code = "K7MQ2XPTW4HNR8VCBJ3D";
constexpr core::host::HostPicture owl = 3;
core::host::Deed const deed{
    .when = moment(22, 700), .host = owl, .act = core::host::Act::BackupRestored, .about = {}};

struct Place : HouseWithDesk {
  using HouseWithDesk::HouseWithDesk;

  inloop::test::SeededRandom random{7};
  Desk desk{parts(), inbox};

  store::BackupLock lock() { return need(store::make_backup_lock(code, random)); }

  std::string back_up(core::LocalTime const& now) {
    auto const made = back_up_to(stick(), lock(), now, desk);
    if (!made) FAIL(made.error().error.what);
    return *made;
  }

  void visit(core::Date date) {
    need(store().add_visit({.arrived = {.date = date, .minute_of_day = 600}}));
  }

  std::int64_t adults(core::Period month) {
    std::int64_t adults = 0;
    for (auto const& count : need(store().period_counts(month)).dayparts) adults += count.adults;
    return adults;
  }

  void add_owl() {
    auto const vault = need(store::pin_vault(store()));
    auto const pin = need(vault->seal(owl, "294710", random));
    need(store::begin_house(
        store(), {.host = {.picture = owl, .role = core::host::Role::Coordinator}, .pin = pin},
        need(vault->seal_code(code, random))));
  }

  // What the town hall gets of October, drawn with noise.
  void close_october() {
    inloop::test::TurnedClock clock;
    auto const wall = need(HouseClock::make(clock, "Europe/Amsterdam"));
    Closing closing(
        {.place_id = memory.place_id, .source = "urn:nld:kvknr:12345678:systeem:linde-1"}, wall,
        random);
    CHECK(need(closing.close_due(store(), std::chrono::year{2026} / 11 / 4)) == 1);
  }
};

core::Date const october_day = std::chrono::year{2026} / 10 / 5;
core::Date const november_day = std::chrono::year{2026} / 11 / 20;
core::Period const november = std::chrono::year{2026} / 11;

TEST_CASE(
    "A backup on a stick brings counts, activities, hosts and their PINs to another machine") {
  Place old_place;
  old_place.visit(october_day);
  old_place.close_october();
  old_place.visit(november_day);
  old_place.add_owl();
  auto const yoga = need(old_place.store().add_activity({.title = "Yoga", .picture = "🧘🏽"}));
  need(old_place.store().add_session(yoga, moment(27, 600), 60));
  auto const name = old_place.back_up(moment(22, 552));
  CHECK(name == "inloop-de-huiskamer-20261122-0912.inloop");

  Place new_place;
  REQUIRE(need(restore_from(old_place.stick() / name, code, deed, new_place.desk)) ==
          Restoration::Done);
  CHECK(new_place.store().is_lost());
  new_place.open();
  CHECK(new_place.adults(november) == 1);
  CHECK(need(new_place.store().agenda(november_day, 30)).size() == 1);
  CHECK(need(new_place.store().releases()) == need(old_place.store().releases()));
  auto const sealed = need(store::count_try(new_place.store(), owl, 0));
  auto const vault = need(store::pin_vault(new_place.store()));
  CHECK(need(vault->compare(sealed, owl, "294710")) == store::PinVault::Match::Yes);
  CHECK(need(vault->compare(sealed, owl, "294711")) == store::PinVault::Match::No);
}

TEST_CASE("What was released after a backup is not drawn again when it is restored") {
  Place place;
  place.visit(october_day);
  auto const name = place.back_up(moment(2, 600));
  place.close_october();
  auto const released = need(place.store().releases());
  REQUIRE(need(restore_from(place.stick() / name, code, deed, place.desk)) == Restoration::Done);
  place.open();
  CHECK(need(place.store().releases()) == released);
  CHECK(need(place.store().open_periods(std::chrono::year{2026} / 11 / 4)) ==
        std::vector{november});
}

TEST_CASE("First names stay at home: neither they nor their key are in a backup") {
  Place place;
  auto const activity = need(place.store().add_activity(
      {.title = "Huiswerk", .picture = "✏️", .sign_up = core::SignUpMode::Name}));
  auto const session = need(place.store().add_session(activity, moment(27, 600), 60));
  need(place.store().sign_up(
      {.session = session, .token = core::Token{}, .first_name = "Fatima", .now = moment(22, 500)},
      place.random));
  CHECK(need(place.store().names_of(session)).front().first_name == "Fatima");
  auto const name = place.back_up(moment(22, 600));

  Place other;
  REQUIRE(need(restore_from(place.stick() / name, code, deed, other.desk)) == Restoration::Done);
  std::filesystem::copy_file(place.memory.name_key, other.memory.name_key,
                             std::filesystem::copy_options::overwrite_existing);
  other.open();
  auto const names = need(other.store().names_of(session));
  REQUIRE(names.size() == 1);
  CHECK_FALSE(names.front().first_name.has_value());
  // Where they were, they can still be read with the key, until they are forgotten.
  CHECK(need(place.store().names_of(session)).front().first_name == "Fatima");
}

TEST_CASE("A wrong code, a damaged backup and one of another place change nothing") {
  Place place;
  place.visit(november_day);
  auto const file = place.stick() / place.back_up(moment(22, 600));
  place.visit(november_day);

  CHECK(need(restore_from(file, "00000000000000000000", deed, place.desk)) ==
        Restoration::WrongCode);
  Place elsewhere("de-linde");
  CHECK(need(restore_from(file, code, deed, elsewhere.desk)) == Restoration::Refused);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  CHECK(need(restore_from(file, code, deed, place.desk)) == Restoration::Refused);
  CHECK_FALSE(std::filesystem::exists(store::waiting_file(place.memory.database)));
  CHECK(place.adults(november) == 2);
  place.open();
  CHECK(place.adults(november) == 2);
}

TEST_CASE("A stick keeps the three newest backups of a place, and none of another's is touched") {
  Place place;
  auto const stranger = place.stick() / "inloop-de-huiskamer-oost-20250101-0900.inloop";
  std::ofstream(stranger) << "x";
  for (unsigned day = 1; day <= 5; ++day) place.back_up(moment(day, 600));
  std::vector<std::string> found;
  for (auto const& one : backups_in({place.stick()}))
    found.push_back(std::filesystem::path(one.name).filename().string());
  CHECK(found == std::vector<std::string>{"inloop-de-huiskamer-20261105-1000.inloop",
                                          "inloop-de-huiskamer-20261104-1000.inloop",
                                          "inloop-de-huiskamer-20261103-1000.inloop",
                                          "inloop-de-huiskamer-oost-20250101-0900.inloop"});
}

TEST_CASE("A backup for which there is no stick says so, and leaves nothing behind") {
  Place place;
  auto const made = back_up_to("/nowhere/stick", place.lock(), moment(22, 600), place.desk);
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().trouble == StickTrouble::PulledOut);
  CHECK_FALSE(std::filesystem::exists(place.memory.database.parent_path() / "moving"));
}

TEST_CASE("The name of a backup tells when it was made") {
  CHECK(made_at(backup_name("huis", moment(22, 552))) == moment(22, 552));
  for (auto const* const name : {"inloop-huis-20261122-0912", "inloop-huis-20261322-0912.inloop",
                                 "inloop-huis-20261122-2412.inloop", "inloop-.inloop", "foto.jpg",
                                 "inloop-huis-2026-1122-0912.inloop"})
    CHECK_FALSE(made_at(name).has_value());
}

}  // namespace
}  // namespace inloop::app::host
