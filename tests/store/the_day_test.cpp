#include "kiosk/store/the_day.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "kiosk/store/backup.h"
#include "tests/store/host_fixture.h"
#include "tests/store/week_fixture.h"

using namespace inloop;
using namespace inloop::store;
using namespace inloop::store::test;
using core::Daypart;
using core::Opening;

namespace {

core::DaypartOfDay daypart_of(Store& store, core::Date date, Daypart daypart) {
  return need(read_day(store, date)).at(daypart);
}

core::VisitId add(Store& store, core::Party party, core::Channel channel, int minute = 600) {
  return need(store.add_visit({.arrived = {monday, minute}, .party = party, .channel = channel}));
}

}  // namespace

TEST_CASE("a day tells people by daypart, and nothing of other days") {
  House house;
  auto store = house.store();
  add(store, {2, 1}, core::Channel::Touch, 10 * 60);
  add(store, {1, 0}, core::Channel::Card, 16 * 60);
  need(store.add_visit(visit_on(date("2026-11", 24))));
  auto const day = need(read_day(store, monday));
  CHECK(day.date == monday);
  CHECK(day.at(Daypart::Morning).people == 3);
  CHECK(day.at(Daypart::Afternoon).people == 1);
  CHECK(day.at(Daypart::Evening) == core::DaypartOfDay{});
}

TEST_CASE("a day lists its sessions in order, with what was counted at each") {
  House house;
  auto store = house.store();
  auto const later = add_session(store, activity(core::SignUpMode::Token, 8), at(monday, 14));
  auto const first = add_session(store, activity(core::SignUpMode::Open), at(monday, 10));
  add_session(store, activity(core::SignUpMode::Open), at(date("2026-11", 24), 10));
  need(note_attendance(store, first, 7));
  auto const day = need(read_day(store, monday));
  REQUIRE(day.sessions.size() == 2);
  CHECK(day.sessions[0].session.id == first);
  CHECK(day.sessions[0].attendance == 7);
  CHECK(day.sessions[1].session.id == later);
  CHECK_FALSE(day.sessions[1].attendance);
  need(note_attendance(store, first, std::nullopt));
  CHECK_FALSE(need(read_day(store, monday)).sessions[0].attendance);
  CHECK_FALSE(note_attendance(store, first, most_people_at_session + 1));
  CHECK_FALSE(note_attendance(store, 99, 1));
}

TEST_CASE("who leaves is counted once somebody came, and never more than came") {
  House house;
  auto store = house.store();
  CHECK(need(note_leaving(store, at(monday, 9))) == Leaving::NobodyWasInside);
  add(store, {2, 0}, core::Channel::Touch);
  CHECK(need(note_leaving(store, at(monday, 10))) == Leaving::Counted);
  CHECK(need(note_leaving(store, at(monday, 13))) == Leaving::Counted);
  CHECK(need(note_leaving(store, at(monday, 13))) == Leaving::NobodyWasInside);
  CHECK(daypart_of(store, monday, Daypart::Morning).left == 1);
  CHECK(daypart_of(store, monday, Daypart::Afternoon).left == 1);
  need(take_back_leaving(store, at(monday, 13)));
  need(take_back_leaving(store, at(monday, 13)));
  CHECK(daypart_of(store, monday, Daypart::Afternoon).left == 0);
}

TEST_CASE("who left is forgotten with the day, and is in no backup") {
  House house;
  auto store = house.store();
  add(store, {1, 0}, core::Channel::Touch);
  need(note_leaving(store, at(monday, 10)));
  need(store.forget_minutes_before(monday));
  CHECK(daypart_of(store, monday, Daypart::Morning).left == 1);
  auto const backups = house.folder.path() / "backups";
  need(store.back_up(backups));
  SQLite::Database copy(backup_file(backups, house.file.filename().string(), 1).string());
  CHECK(copy.execAndGet("SELECT count(*) FROM leaving").getInt() == 0);
  need(store.forget_minutes_before(date("2026-11", 24)));
  CHECK(daypart_of(store, monday, Daypart::Morning).left == 0);
}

TEST_CASE("who hosts is known by first name for the day, and is in no backup") {
  HouseWithHosts house;
  auto store = house.store();
  auto fatima = house.newcomer(3, core::host::Role::Coordinator);
  fatima.host.first_name = "Fatima";
  need(begin_house(store, fatima, SealedCode{}));
  CHECK(need(host_today(store, monday)).empty());
  need(note_host_today(store, monday, 3));
  CHECK(need(host_today(store, monday)) == "Fatima");
  CHECK(need(host_today(store, date("2026-11", 24))).empty());
  auto const backups = house.folder.path() / "backups";
  need(store.back_up(backups));
  SQLite::Database copy(backup_file(backups, house.file.filename().string(), 1).string());
  CHECK(copy.execAndGet("SELECT count(*) FROM host_today").getInt() == 0);

  need(note_host_today(store, monday, std::nullopt));
  CHECK(need(host_today(store, monday)).empty());
  need(note_host_today(store, monday, 3));
  need(store.forget_minutes_before(date("2026-11", 24)));
  CHECK(need(host_today(store, monday)).empty());
}

TEST_CASE("who is no host any more does not host today") {
  HouseWithHosts house;
  auto store = house.store();
  need(begin_house(store, house.newcomer(3, core::host::Role::Coordinator), SealedCode{}));
  auto bram = house.newcomer(4, core::host::Role::Host);
  bram.host.first_name = "Bram";
  static_cast<void>(need(add_host(store, bram)));
  need(note_host_today(store, monday, 4));
  CHECK(need(host_today(store, monday)) == "Bram");
  need(remove_host(store, 4));
  CHECK(need(host_today(store, monday)).empty());
}

TEST_CASE("a correction takes out the host's own first, then what no card made, then the last") {
  House house;
  auto store = house.store();
  auto const touch = add(store, {1, 0}, core::Channel::Touch);
  auto const host = add(store, {1, 0}, core::Channel::Host);
  auto const card = add(store, {1, 0}, core::Channel::Card);
  std::vector<core::VisitId> taken;
  while (auto const correction = need(take_one_out(store, monday, Daypart::Morning)))
    taken.push_back(correction->visit);
  CHECK(taken == std::vector{host, touch, card});
  CHECK(daypart_of(store, monday, Daypart::Morning).people == 0);
}

TEST_CASE("a family gets smaller by one, grown-ups first, and grows again when it is put back") {
  House house;
  auto store = house.store();
  add(store, {1, 2}, core::Channel::Touch);
  std::vector<Correction> corrections;
  while (auto const correction = need(take_one_out(store, monday, Daypart::Morning)))
    corrections.push_back(*correction);
  REQUIRE(corrections.size() == 3);
  CHECK(corrections[1].before.party == core::Party{0, 2});
  CHECK(need(store.period_counts(core::period_of(monday))).dayparts.empty());
  need(put_back(store, corrections[2]));
  auto const again = need(store.period_counts(core::period_of(monday))).dayparts;
  REQUIRE(again.size() == 1);
  CHECK(again[0].adults == 0);
  CHECK(again[0].children == 1);
}

TEST_CASE("what was taken out is put back as it was") {
  House house;
  auto store = house.store();
  need(store.add_visit({.arrived = at(monday, 10),
                        .party = {2, 1},
                        .first_time = core::FirstTime::Yes,
                        .channel = core::Channel::Touch}));
  auto const before = need(store.period_counts(core::period_of(monday)));
  auto const correction = need(take_one_out(store, monday, Daypart::Morning));
  REQUIRE(correction);
  CHECK(daypart_of(store, monday, Daypart::Morning).people == 2);
  need(put_back(store, *correction));
  CHECK(need(store.period_counts(core::period_of(monday))) == before);
}

TEST_CASE("openings and volunteers are noted, changed and taken back, each by itself") {
  House house;
  auto store = house.store();
  need(note_opening(store, monday, Daypart::Evening, Opening::Open));
  need(note_volunteers(store, monday, Daypart::Evening, 3));
  CHECK(daypart_of(store, monday, Daypart::Evening).opening == Opening::Open);
  CHECK(daypart_of(store, monday, Daypart::Evening).volunteers == 3);
  need(note_opening(store, monday, Daypart::Evening, Opening::Closed));
  need(note_volunteers(store, monday, Daypart::Evening, std::nullopt));
  CHECK(daypart_of(store, monday, Daypart::Evening).opening == Opening::Closed);
  CHECK_FALSE(daypart_of(store, monday, Daypart::Evening).volunteers);
  need(note_opening(store, monday, Daypart::Evening, std::nullopt));
  CHECK(daypart_of(store, monday, Daypart::Evening) == core::DaypartOfDay{});
}

TEST_CASE("a month adds up its volunteers and tells its openings") {
  House house;
  auto store = house.store();
  need(note_volunteers(store, monday, Daypart::Morning, 2));
  need(note_volunteers(store, monday, Daypart::Evening, 3));
  need(note_volunteers(store, date("2026-12", 1), Daypart::Morning, 30));
  need(note_opening(store, monday, Daypart::Morning, Opening::Closed));
  auto const counts = need(store.period_counts(core::period_of(monday)));
  CHECK(counts.volunteers == 5);
  CHECK(counts.openings ==
        std::vector<core::NotedOpening>{{monday, Daypart::Morning, Opening::Closed}});
  // A month in which only volunteers were is one to close, too.
  CHECK(need(store.open_periods(date("2026-12", 1))).size() == 2);
}

TEST_CASE("a closed month takes no notes of its dayparts any more") {
  House house;
  auto store = house.store();
  need(note_volunteers(store, monday, Daypart::Morning, 2));
  need(close(store, "2026-11"));
  CHECK_FALSE(note_volunteers(store, monday, Daypart::Morning, 3));
  CHECK_FALSE(note_volunteers(store, monday, Daypart::Evening, 3));
  CHECK_FALSE(note_opening(store, monday, Daypart::Morning, Opening::Closed));
  CHECK_FALSE(note_opening(store, monday, Daypart::Morning, std::nullopt));
  CHECK(daypart_of(store, monday, Daypart::Morning).volunteers == 2);
}

TEST_CASE("the delivery tells the oldest month without a receipt, and the newest receipt") {
  House house;
  auto store = house.store();
  CHECK(need(delivery(store)) == Delivery{});
  need(store.add_visit(visit_on(date("2026-09", 1))));
  for (auto const* month : {"2026-09", "2026-10", "2026-11"}) need(close(store, month));
  need(store.keep_receipt("event-1", "{\"first\":1}"));
  CHECK(need(delivery(store)) ==
        Delivery{.oldest_unsent = core::period_from("2026-10"), .last_receipt = "{\"first\":1}"});
}

// Ten years of history must cost the host's first screen nothing: every question goes by an index.
TEST_CASE("no question of the day walks over the visits, sessions or releases of other days") {
  House house;
  { auto store = house.store(); }
  SQLite::Database database(house.file.string(), SQLite::OPEN_READWRITE);
  for (auto const* query :
       {"SELECT daypart, sum(adults + children) FROM visit WHERE date = '2026-11-23' "
        "GROUP BY daypart",
        "SELECT id FROM visit WHERE date = '2026-11-23' AND daypart = 'morning' "
        "ORDER BY CASE channel WHEN 'host' THEN 0 WHEN 'card' THEN 2 ELSE 1 END, id DESC LIMIT 1",
        "SELECT daypart, people FROM leaving WHERE date = '2026-11-23'",
        "SELECT daypart, opening, volunteers FROM daypart_note WHERE date = '2026-11-23'",
        "SELECT period FROM release WHERE receipt IS NULL ORDER BY sequence LIMIT 1"}) {
    SQLite::Statement plan(database, std::string("EXPLAIN QUERY PLAN ") + query);
    while (plan.executeStep()) {
      std::string const step = plan.getColumn(3).getString();
      CAPTURE(query, step);
      CHECK((step.find("SCAN") == step.npos || step.find("release_on_its_way") != step.npos));
    }
  }
}
