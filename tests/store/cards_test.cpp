#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/backup.h"
#include "kiosk/store/card_taps.h"
#include "tests/store/week_fixture.h"
#include "tests/support/leak_search.h"

namespace inloop::store::test {
namespace {

using core::FirstTime;
using inloop::test::Canary;
using inloop::test::SeededRandom;

core::Period const november = core::period_from("2026-11").value();
core::Period const december = core::period_from("2026-12").value();

CardHash card(int number, core::Period month = november) {
  CardHash hash{.month = month};
  for (std::size_t i = 0; i < hash.digest.size(); ++i)
    hash.digest[i] = static_cast<std::byte>(0x80U ^ (static_cast<unsigned>(number) * 31U + i * 7U));
  return hash;
}

template <std::size_t Size>
std::string text_of(std::array<std::byte, Size> const& bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

CountedByCard counted(Result<CardVisit> const& result) {
  auto const visit = need(result);
  REQUIRE(std::holds_alternative<CountedByCard>(visit));
  return std::get<CountedByCard>(visit);
}

bool already_counted(Result<CardVisit> const& result) {
  return std::holds_alternative<AlreadyCounted>(need(result));
}

std::int64_t rows(House const& house, std::string const& table) {
  SQLite::Database file(house.file.string());
  return file.execAndGet("SELECT count(*) FROM " + table).getInt64();
}

core::DaypartCount first_daypart(Store& store) {
  auto const counts = need(store.period_counts(november));
  REQUIRE_FALSE(counts.dayparts.empty());
  return counts.dayparts.front();
}

TEST_CASE("A month has one key, also after the store was opened again, and another month another") {
  House const house;
  SeededRandom random(1);
  CardKey key{};
  {
    auto store = house.store();
    key = need(store.card_key(november, random));
  }
  auto store = house.store();
  CHECK(need(store.card_key(november, random)) == key);
  CHECK(need(store.card_key(december, random)) != key);
  inloop::test::DryRandom dry;
  CHECK_FALSE(store.card_key(core::period_from("2027-01").value(), dry));
}

TEST_CASE("A card answers by itself whether it is the first time this month") {
  House const house;
  auto store = house.store();
  CHECK(counted(store.add_card_visit(visit_on(date("2026-11", 2)), card(1))).first_time ==
        FirstTime::Yes);
  CHECK(counted(store.add_card_visit(visit_on(date("2026-11", 3)), card(1))).first_time ==
        FirstTime::No);
  CHECK(counted(store.add_card_visit(visit_on(date("2026-11", 3)), card(2))).first_time ==
        FirstTime::Yes);
  CHECK(counted(store.add_card_visit(visit_on(date("2026-12", 1)), card(1, december))).first_time ==
        FirstTime::Yes);
  auto const first = first_daypart(store);
  CHECK(first.first_time_yes == 1);
  CHECK(first.adults == 1);
}

TEST_CASE("A hash of another month counts the visit, answers nothing and is not kept") {
  House const house;
  {
    auto store = house.store();
    CHECK(counted(store.add_card_visit(visit_on(date("2026-12", 1)), card(1))).first_time ==
          FirstTime::Skipped);
  }
  CHECK(rows(house, "card_month") == 0);
  CHECK(rows(house, "visit") == 1);
}

TEST_CASE("A second tap in the same daypart counts nobody; in the next daypart it counts") {
  House const house;
  auto store = house.store();
  auto const day = date("2026-11", 2);
  counted(store.add_card_visit(visit_on(day, 9 * 60), card(1)));
  CHECK(already_counted(store.add_card_visit(visit_on(day, 11 * 60), card(1))));
  CHECK_FALSE(already_counted(store.add_card_visit(visit_on(day, 11 * 60), card(2))));
  CHECK(counted(store.add_card_visit(visit_on(day, 13 * 60), card(1))).first_time == FirstTime::No);
  CHECK(already_counted(store.add_card_visit(visit_on(day, 14 * 60), card(1))));
  CHECK_FALSE(already_counted(store.add_card_visit(visit_on(date("2026-11", 3), 840), card(1))));
}

TEST_CASE("Undoing a card's visit frees the card, and its answer is asked anew") {
  House const house;
  auto store = house.store();
  auto const day = date("2026-11", 2);
  auto const visit = counted(store.add_card_visit(visit_on(day), card(1)));
  need(store.undo_visit(visit.visit));
  auto const again = counted(store.add_card_visit(visit_on(day), card(1)));
  CHECK(again.first_time == FirstTime::Yes);
  CHECK(already_counted(store.add_card_visit(visit_on(day), card(1))));

  // What an earlier day has answered stands.
  auto const tomorrow = counted(store.add_card_visit(visit_on(date("2026-11", 3)), card(1)));
  need(store.undo_visit(tomorrow.visit));
  CHECK(counted(store.add_card_visit(visit_on(date("2026-11", 3)), card(1))).first_time ==
        FirstTime::No);
}

TEST_CASE("A visit that the closed month refuses leaves no hash and no memory of the tap") {
  House const house;
  auto store = house.store();
  need(close(store, "2026-11"));
  CHECK_FALSE(store.add_card_visit(visit_on(date("2026-11", 2)), card(1)));
  CHECK_FALSE(store.add_card_visit(visit_on(date("2026-11", 2)), card(1)));
  CHECK_FALSE(store.is_lost());
  SeededRandom random(1);
  CHECK_FALSE(store.card_key(november, random));
}

TEST_CASE("Nothing about a card tells when it came or which visit was its own") {
  House const house;
  need(house.store().checkpoint());
  SQLite::Database file(house.file.string());
  SQLite::Statement columns(file,
                            "SELECT group_concat(name, ' ') FROM pragma_table_info('card_month')");
  REQUIRE(columns.executeStep());
  CHECK(columns.getColumn(0).getString() == "month hash");
  // Without row numbers, which would tell who came before whom.
  CHECK_THROWS_AS(file.execAndGet("SELECT rowid FROM card_month"), SQLite::Exception);
}

TEST_CASE("Closing the month destroys its key and hashes in file and log, and no other month's") {
  House const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const key = need(store.card_key(november, random));
  auto const other = need(store.card_key(december, random));
  counted(store.add_card_visit(visit_on(date("2026-11", 2)), card(1)));
  counted(store.add_card_visit(visit_on(date("2026-12", 2)), card(2, december)));
  std::vector<Canary> const canaries{{"key", text_of(key)}, {"hash", text_of(card(1).digest)}};
  std::vector<Canary> const alive{{"key", text_of(other)}};
  REQUIRE_FALSE(inloop::test::search_folder(house.folder.path(), canaries).empty());
  need(close(store, "2026-11"));
  CHECK(inloop::test::search_folder(house.folder.path(), canaries).empty());
  CHECK_FALSE(inloop::test::search_folder(house.folder.path(), alive).empty());
}

TEST_CASE("A release that is taken in destroys the cards of its month as well") {
  House const house;
  SeededRandom random(1);
  auto store = house.store();
  std::vector<Canary> const canaries{{"key", text_of(need(store.card_key(november, random)))}};
  need(store.adopt_release({.period = november,
                            .sequence = 1,
                            .event_id = "event-of-before",
                            .bytes = "{}",
                            .receipt = std::nullopt},
                           {{.subject = "bezoeken"}}));
  CHECK(inloop::test::search_folder(house.folder.path(), canaries).empty());
}

TEST_CASE("Backups have neither the key nor a hash") {
  House const house;
  SeededRandom random(1);
  auto store = house.store();
  auto const key = need(store.card_key(november, random));
  counted(store.add_card_visit(visit_on(date("2026-11", 2)), card(1)));
  auto const backups = house.folder.path() / "backups";
  need(store.back_up(backups));
  REQUIRE(std::filesystem::file_size(backup_file(backups, "kiosk.db", 1)) > 0);
  std::vector<Canary> const canaries{{"key", text_of(key)}, {"hash", text_of(card(1).digest)}};
  CHECK(inloop::test::search_folder(backups, canaries).empty());
}

TEST_CASE("The memory of today's taps is bounded, and beyond it a visit counts all the same") {
  CardTaps taps;
  auto const visit = visit_on(date("2026-11", 2));
  for (int i = 0; i < static_cast<int>(most_card_taps); ++i) {
    CHECK_FALSE(
        taps.knows(CardHash{november, {static_cast<std::byte>(i), std::byte(i >> 8)}}, visit));
    taps.remember({.card = {november, {static_cast<std::byte>(i), std::byte(i >> 8)}},
                   .daypart = visit.daypart(),
                   .visit = i});
  }
  taps.remember({.card = card(1), .daypart = visit.daypart(), .visit = 1'000'000});
  CHECK_FALSE(taps.knows(card(1), visit));
  CHECK(taps.knows(CardHash{november, {std::byte{7}}}, visit));
}

}  // namespace
}  // namespace inloop::store::test
