#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

using Months = std::vector<std::string>;

core::Period const november = core::period_from("2026-11").value();

Months open_months(Store& store, core::Date today) {
  Months months;
  for (auto const period : need(store.open_periods(today)))
    months.push_back(core::to_string(period));
  return months;
}

TEST_CASE("Closing leaves the release, byte for byte, and its ledger") {
  House const house;
  {
    auto store = house.store();
    need(store.add_visit(visit_on(date("2026-11", 23))));
    need(close(store, "2026-11"));
    CHECK(need(store.releases()) == std::vector<PublishedRelease>{{.period = november,
                                                                   .sequence = 1,
                                                                   .event_id = "event-1",
                                                                   .bytes = "{\"adults\":1}",
                                                                   .receipt = std::nullopt}});
  }
  SQLite::Database file(house.file.string());
  SQLite::Statement ledger(file, R"sql(
    SELECT group_concat(place || ' ' || period || ' ' || subject || ' ' || epsilon_numerator ||
                        '/' || epsilon_denominator, ', ') FROM ledger
  )sql");
  REQUIRE(ledger.executeStep());
  CHECK(ledger.getColumn(0).getString() ==
        "leiden-klooslaan 2026-11 bezoeken 1/1, leiden-klooslaan 2026-11 drukte 1/2");
}

TEST_CASE("Two runs of a close never draw twice") {
  House const house;
  int draws = 0;
  auto const draw = [&](auto const& counts, std::int64_t sequence) -> Result<Release> {
    ++draws;
    return release_of(counts, sequence);
  };
  std::vector<PublishedRelease> released;
  {
    auto store = house.store();
    need(store.add_visit(visit_on(date("2026-11", 23))));
    need(store.close_period(november, draw));
    released = need(store.releases());
    CHECK(store.close_period(november, draw).error() ==
          Error{"closing a period: 2026-11 is closed already"});
  }
  auto store = house.store();
  CHECK_FALSE(store.close_period(november, draw));
  CHECK(draws == 1);
  CHECK(need(store.releases()) == released);
}

TEST_CASE("A place that gets another id is not drawn again") {
  House const house;
  auto options = house.options();
  {
    auto store = need(Store::open(options));
    need(close(store, "2026-11"));
  }
  options.place = "leiden-kloosterlaan";
  auto store = need(Store::open(options));
  CHECK_FALSE(close(store, "2026-11"));
}

TEST_CASE("The ledger itself refuses a second draw of the same table, also within one release") {
  House const house;
  auto store = house.store();
  auto const closed = store.close_period(
      november, [](auto const& counts, std::int64_t sequence) -> Result<Release> {
        auto release = release_of(counts, sequence);
        release.ledger.push_back({.subject = "bezoeken"});
        return release;
      });
  REQUIRE_FALSE(closed);
  CHECK_THAT(words(closed.error()), Catch::Contains("UNIQUE"));
  CHECK(need(store.releases()).empty());
}

TEST_CASE("A release that cannot be made leaves no trace, and the period can be closed later") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 23))));
  auto const closed = store.close_period(
      november, [](auto const&, std::int64_t) -> Result<Release> { return failure("no luck"); });
  CHECK(closed.error() == Error{"closing a period: no luck"});
  CHECK(need(store.releases()).empty());
  CHECK(open_months(store, date("2026-12", 4)) == Months{"2026-11", "2026-12"});
  need(store.add_visit(visit_on(date("2026-11", 24))));
  need(close(store, "2026-11"));
  CHECK(need(store.releases()).front().sequence == 1);
}

TEST_CASE("A release that is empty, too long or draws nothing is refused") {
  House const house;
  auto store = house.store();
  auto const closed_with = [&](Release const& release) {
    return store.close_period(
        november, [&](auto const&, std::int64_t) -> Result<Release> { return release; });
  };
  auto const good = release_of({}, 1);
  auto empty = good;
  empty.bytes.clear();
  auto too_long = good;
  too_long.bytes.assign(greatest_release_bytes + 1, 'x');
  auto nothing_drawn = good;
  nothing_drawn.ledger.clear();
  CHECK_FALSE(closed_with(empty));
  CHECK_FALSE(closed_with(too_long));
  CHECK_FALSE(closed_with(nothing_drawn));
  auto longest = good;
  longest.bytes.assign(greatest_release_bytes, 'x');
  CHECK(closed_with(longest));
}

TEST_CASE("A closed period refuses visits, amendments and undoing") {
  House const house;
  auto store = house.store();
  auto const id = need(store.add_visit(visit_on(date("2026-11", 23))));
  need(close(store, "2026-11"));
  auto const before = need(store.period_counts(november));

  CHECK_THAT(words(store.add_visit(visit_on(date("2026-11", 30))).error()),
             Catch::Contains("the period of this visit is closed"));
  CHECK_FALSE(store.amend_visit(id, {.adults = 5}, core::FirstTime::No));
  CHECK_FALSE(store.undo_visit(id));
  CHECK(need(store.period_counts(november)) == before);
  CHECK_FALSE(store.is_lost());
  CHECK(store.add_visit(visit_on(date("2026-12", 1))));
}

TEST_CASE("Nothing that was closed, drawn or released can be changed, even by hand") {
  House const house;
  {
    auto store = house.store();
    need(close(store, "2026-11"));
    need(store.keep_receipt("event-1", "received"));
  }
  SQLite::Database file(house.file.string(), SQLite::OPEN_READWRITE);
  for (
      auto const* const change :
      {"DELETE FROM period", "UPDATE period SET month = '2026-10'", "DELETE FROM ledger",
       "UPDATE ledger SET subject = 'x'", "DELETE FROM release", "UPDATE release SET bytes = x'00'",
       "UPDATE release SET sequence = 2", "UPDATE release SET receipt = x'00'",
       "INSERT INTO release (sequence, period, event_id, bytes) VALUES (3, '2026-12', 'e', x'00')"})
    CHECK_THROWS_AS(file.exec(change), SQLite::Exception);
}

TEST_CASE("Months in which nobody came are open, too, from the first visit until today") {
  House const house;
  auto store = house.store();
  CHECK(open_months(store, date("2027-02", 1)).empty());
  need(store.add_visit(visit_on(date("2026-11", 23))));
  CHECK(open_months(store, date("2027-02", 1)) ==
        Months{"2026-11", "2026-12", "2027-01", "2027-02"});
  need(close(store, "2026-11"));
  need(close(store, "2026-12"));
  CHECK(open_months(store, date("2027-02", 1)) == Months{"2027-01", "2027-02"});
}

TEST_CASE("A clock that goes back opens nothing again and hides no visit") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 23))));
  need(close(store, "2026-11"));
  need(store.add_visit(visit_on(date("2026-12", 2))));
  CHECK(open_months(store, date("1970-01", 1)) == Months{"2026-12"});
  CHECK_FALSE(close(store, "2026-11"));
}

TEST_CASE("A clock that jumps far ahead shows a limited number of months") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 23))));
  CHECK(open_months(store, date("9999-12", 31)).size() == most_open_periods);
}

TEST_CASE("The sequence of releases has no gaps, in whatever order months are closed") {
  House const house;
  auto store = house.store();
  for (auto const* const month : {"2027-01", "2026-11", "2026-12"}) need(close(store, month));
  std::vector<std::int64_t> sequences;
  for (auto const& release : need(store.releases())) sequences.push_back(release.sequence);
  CHECK(sequences == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("The first receipt stands, and a receipt of an unknown event is refused") {
  House const house;
  auto store = house.store();
  need(close(store, "2026-11"));
  need(store.keep_receipt("event-1", "first"));
  need(store.keep_receipt("event-1", "second"));
  CHECK(need(store.releases()).front().receipt == "first");
  CHECK(store.keep_receipt("event-2", "x").error() ==
        Error{"keeping a receipt: there is no event event-2"});
  CHECK_FALSE(store.keep_receipt("event-1", ""));
  CHECK_FALSE(store.keep_receipt("event-1", std::string(greatest_receipt_bytes + 1, 'x')));
}

TEST_CASE("A release found in the outbox closes its period without a draw") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 23))));
  PublishedRelease const found{.period = november,
                               .sequence = 1,
                               .event_id = "event-of-before",
                               .bytes = "{\"adults\":-2}",
                               .receipt = std::nullopt};
  need(store.adopt_release(found, {{.subject = "bezoeken"}}));
  need(store.adopt_release(found, {{.subject = "bezoeken"}}));
  CHECK(need(store.releases()) == std::vector{found});
  CHECK_FALSE(close(store, "2026-11"));

  auto other = found;
  other.bytes = "{\"adults\":3}";
  CHECK_FALSE(store.adopt_release(other, {{.subject = "bezoeken"}}));
  auto gap = found;
  gap.period = core::period_from("2026-12").value();
  gap.event_id = "event-after-a-gap";
  gap.sequence = 3;
  CHECK_FALSE(store.adopt_release(gap, {{.subject = "bezoeken"}}));
  CHECK(need(store.releases()) == std::vector{found});
}

}  // namespace
}  // namespace inloop::store::test
