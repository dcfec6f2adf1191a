#include "kiosk/store/audit.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/host_fixture.h"

namespace inloop::store::test {
namespace {

using core::host::Act;
using core::host::Deed;

Deed deed(Act act, core::Date when = date("2026-11", 23)) {
  return {
      .when = {.date = when, .minute_of_day = 630}, .host = 3, .act = act, .about = std::nullopt};
}

// Three deeds, noted; then the file is changed by somebody with the file in their hands.
struct NotedHouse : HouseWithHosts {
  NotedHouse() {
    auto open = store();
    for (auto const act : {Act::CameIn, Act::HostAdded, Act::BackupMade})
      need(note(open, deed(act)));
  }

  void tamper(std::string const& sql) const {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TRIGGER audit_is_fixed; DROP TRIGGER audit_stays;");
    REQUIRE(database.exec(sql) > 0);
  }

  [[nodiscard]] std::optional<AuditId> broken() const {
    auto open = store();
    return need(first_broken_link(open));
  }
};

TEST_CASE("What hosts did is read newest first, a page at a time") {
  HouseWithHosts const house;
  auto store = house.store();
  auto added = deed(Act::HostAdded);
  added.about = 7;
  auto nobody = deed(Act::WrongPin);
  nobody.host.reset();
  need(note(store, deed(Act::CameIn)));
  need(note(store, added));
  need(note(store, nobody));

  auto const newest = need(audit_rows(store, std::nullopt, 2));
  CHECK(newest == std::vector{AuditRow{3, nobody}, AuditRow{2, added}});
  auto const older = need(audit_rows(store, newest.back().id, 2));
  CHECK(older == std::vector{AuditRow{1, deed(Act::CameIn)}});
  CHECK_FALSE(need(first_broken_link(store)));
}

TEST_CASE("Every act is read as it was noted") {
  HouseWithHosts const house;
  auto store = house.store();
  for (std::size_t i = 0; i < core::host::act_count; ++i) {
    need(note(store, deed(static_cast<Act>(i))));
    CHECK(need(audit_rows(store, std::nullopt, 1)).front().deed.act == static_cast<Act>(i));
  }
}

TEST_CASE("An untouched trail is whole, also after the program ended") {
  NotedHouse const house;
  CHECK_FALSE(house.broken());
}

TEST_CASE("The store itself lets nobody change or drop what was noted") {
  NotedHouse const house;
  SQLite::Database database(house.file.string(), SQLite::OPEN_READWRITE);
  CHECK_THROWS(database.exec("UPDATE audit SET host = 4 WHERE id = 2"));
  CHECK_THROWS(database.exec("DELETE FROM audit WHERE id = 1"));
  CHECK_THROWS(database.exec("DELETE FROM audit WHERE id = 3"));
}

TEST_CASE("A row that was changed shows") {
  for (auto const* const change : {"host = 4", "host = NULL", "act = 'data exported'", "about = 1",
                                   "minute = 631", "date = '2026-11-22'", "link = zeroblob(32)"}) {
    CAPTURE(change);
    NotedHouse const house;
    house.tamper(std::string("UPDATE audit SET ") + change + " WHERE id = 2");
    CHECK(house.broken() == 2);
  }
}

TEST_CASE("A row that was taken out shows, and so does one that was put in") {
  SECTION("the first") {
    NotedHouse const house;
    house.tamper("DELETE FROM audit WHERE id = 1");
    CHECK(house.broken() == 2);
  }
  SECTION("one in the middle") {
    NotedHouse const house;
    house.tamper("DELETE FROM audit WHERE id = 2");
    CHECK(house.broken() == 3);
  }
  SECTION("one more") {
    NotedHouse const house;
    house.tamper(
        "INSERT INTO audit (date, minute, host, act, link)"
        " VALUES ('2026-11-23', 1, 3, 'came in', zeroblob(32))");
    CHECK(house.broken() == 4);
  }
  SECTION("two exchanged") {
    NotedHouse const house;
    house.tamper(
        "UPDATE audit SET act = CASE id WHEN 1 THEN 'host added' ELSE 'came in' END"
        " WHERE id < 3");
    CHECK(house.broken() == 1);
  }
}

TEST_CASE("A trail that another key made shows from its first row on") {
  NotedHouse house;
  house.vault =
      std::make_shared<PinVault>(need(PinVault::open(house.folder.path() / "other.key", cheap)));
  CHECK(house.broken() == 1);
}

TEST_CASE("Deeds are kept for two years, and what remains is still whole") {
  HouseWithHosts const house;
  auto store = house.store();
  for (auto const* const month : {"2026-11", "2026-12", "2027-01", "2028-12"})
    need(note(store, deed(Act::CameIn, date(month, 10))));

  need(forget_old_deeds(store, date("2028-11", 10)));
  CHECK(need(audit_rows(store, std::nullopt, 10)).size() == 4);
  need(forget_old_deeds(store, date("2028-12", 11)));
  CHECK(need(audit_rows(store, std::nullopt, 10)).size() == 3);
  CHECK_FALSE(need(first_broken_link(store)));

  need(note(store, deed(Act::CameIn, date("2028-12", 11))));
  CHECK(need(audit_rows(store, std::nullopt, 1)).front().id == 5);
  CHECK_FALSE(need(first_broken_link(store)));
}

TEST_CASE("A house that was closed for years finds its trail as it was") {
  NotedHouse const house;
  auto store = house.store();
  need(forget_old_deeds(store, date("2031-01", 1)));
  CHECK(need(audit_rows(store, std::nullopt, 10)).size() == 3);
}

TEST_CASE("Without the hosts' key nothing can be noted or believed") {
  House const house;
  auto store = house.store();
  CHECK_FALSE(note(store, deed(Act::CameIn)));
  CHECK_FALSE(first_broken_link(store));
}

}  // namespace
}  // namespace inloop::store::test
