#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

core::Period const november = core::period_from("2026-11").value();

TEST_CASE("A visit that was added is counted after the store is opened again") {
  House const house;
  {
    auto store = house.store();
    auto visit = visit_on(date("2026-11", 23));
    visit.party = {.adults = 2, .children = 3};
    visit.first_time = core::FirstTime::Yes;
    need(store.add_visit(visit));
  }
  auto store = house.store();
  CHECK(need(store.period_counts(november)).dayparts ==
        std::vector<core::DaypartCount>{{.date = date("2026-11", 23),
                                         .daypart = core::Daypart::Morning,
                                         .adults = 2,
                                         .children = 3,
                                         .first_time_skipped = 0,
                                         .first_time_yes = 1,
                                         .first_time_no = 0}});
}

TEST_CASE("Counts come by date and then by daypart, and only of the month asked for") {
  House const house;
  auto store = house.store();
  for (auto const& visit :
       {visit_on(date("2026-11", 30), 18 * 60), visit_on(date("2026-11", 30), 9 * 60),
        visit_on(date("2026-11", 1), 13 * 60), visit_on(date("2026-12", 1)),
        visit_on(date("2026-10", 31)), visit_on(date("2026-11", 1), 14 * 60)})
    need(store.add_visit(visit));

  auto const counts = need(store.period_counts(november)).dayparts;
  REQUIRE(counts.size() == 3);
  CHECK(counts[0].date == date("2026-11", 1));
  CHECK(counts[0].daypart == core::Daypart::Afternoon);
  CHECK(counts[0].adults == 2);
  CHECK(counts[0].first_time_skipped == 2);
  CHECK(counts[1].daypart == core::Daypart::Morning);
  CHECK(counts[2].daypart == core::Daypart::Evening);
}

TEST_CASE("Amending changes the visit in place and adds none") {
  House const house;
  auto store = house.store();
  auto const id = need(store.add_visit(visit_on(date("2026-11", 23))));
  need(store.amend_visit(id, {.adults = 1, .children = 4}, core::FirstTime::No));

  auto const counts = need(store.period_counts(november)).dayparts;
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].adults == 1);
  CHECK(counts[0].children == 4);
  CHECK(counts[0].first_time_no == 1);
  CHECK(counts[0].first_time_skipped == 0);
}

TEST_CASE("An undone visit is not counted, and its number is not given to another") {
  House const house;
  auto store = house.store();
  auto const undone = need(store.add_visit(visit_on(date("2026-11", 23))));
  need(store.undo_visit(undone));
  CHECK(need(store.period_counts(november)).dayparts.empty());
  CHECK(need(store.add_visit(visit_on(date("2026-11", 23)))) != undone);
}

TEST_CASE("Amending or undoing a visit that is not there is refused") {
  House const house;
  auto store = house.store();
  auto const id = need(store.add_visit(visit_on(date("2026-11", 23))));
  need(store.undo_visit(id));
  CHECK(store.undo_visit(id).error() == Error{"undoing a visit: there is no visit 1"});
  CHECK_FALSE(store.amend_visit(id, {}, core::FirstTime::Yes));
}

TEST_CASE("The minutes of past days are forgotten, today's stand, the counts do not change") {
  House const house;
  {
    auto store = house.store();
    need(store.add_visit(visit_on(date("2026-11", 22), 611)));
    need(store.add_visit(visit_on(date("2026-11", 23), 612)));
    auto const before = need(store.period_counts(november)).dayparts;
    need(store.forget_minutes_before(date("2026-11", 23)));
    CHECK(need(store.period_counts(november)).dayparts == before);
  }
  SQLite::Database file(house.file.string());
  SQLite::Statement minutes(file, "SELECT minute FROM visit ORDER BY id");
  REQUIRE(minutes.executeStep());
  CHECK(minutes.getColumn(0).isNull());
  REQUIRE(minutes.executeStep());
  CHECK(minutes.getColumn(0).getInt() == 612);
}

TEST_CASE("Minutes of past days are forgotten in a closed period, too") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 30))));
  need(close(store, "2026-11"));
  CHECK(store.forget_minutes_before(date("2026-12", 4)));
}

TEST_CASE("A visit holds what the rules allow and nothing else") {
  House const house;
  need(house.store().checkpoint());
  SQLite::Database file(house.file.string());
  SQLite::Statement columns(file, "SELECT group_concat(name, ' ') FROM pragma_table_info('visit')");
  REQUIRE(columns.executeStep());
  CHECK(columns.getColumn(0).getString() ==
        "id date daypart minute adults children first_time channel");
}

TEST_CASE("The file itself refuses a date that is none and a party without people") {
  House const house;
  need(house.store().checkpoint());
  SQLite::Database file(house.file.string(), SQLite::OPEN_READWRITE);
  auto const insert = [&](std::string const& values) {
    file.exec(
        "INSERT INTO visit (date, daypart, minute, adults, children, first_time, channel) "
        "VALUES (" +
        values + ")");
  };
  CHECK_NOTHROW(insert("'2026-11-30', 'morning', NULL, 1, 0, 'skipped', 'late'"));
  CHECK_THROWS_AS(insert("'2026-11-31', 'morning', NULL, 1, 0, 'skipped', 'late'"),
                  SQLite::Exception);
  CHECK_THROWS_AS(insert("'yesterday', 'morning', NULL, 1, 0, 'skipped', 'late'"),
                  SQLite::Exception);
  CHECK_THROWS_AS(insert("'2026-11-30', 'morning', NULL, 0, 0, 'skipped', 'late'"),
                  SQLite::Exception);
}

TEST_CASE("A full quota refuses the visit in words, and what was there stays readable") {
  House const house;
  auto options = house.options();
  options.quota_bytes = 0;  // as small as it may be
  auto store = need(Store::open(options));
  std::int64_t welcomed = 0;
  Result<core::VisitId> added;
  constexpr int most_attempts = 20'000;
  while (welcomed < most_attempts && (added = store.add_visit(visit_on(date("2026-11", 23)))))
    ++welcomed;
  REQUIRE_FALSE(added);
  CHECK_THAT(words(added.error()), Catch::Contains("full"));
  CHECK_FALSE(store.is_lost());
  CHECK(need(store.period_counts(november)).dayparts.front().adults == welcomed);
}

}  // namespace
}  // namespace inloop::store::test
