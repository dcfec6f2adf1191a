#include "kiosk/store/late_entries.h"

#include "tests/store/store_fixture.h"

using namespace inloop;
using namespace inloop::store;
using namespace inloop::store::test;
using core::Daypart;
using core::LateEntry;

namespace {

auto const today = date("2026-11", 23);
auto const november = core::period_from("2026-11").value();

LateEntry entry(unsigned day, int adults, int children) {
  return {.date = date("2026-11", day),
          .daypart = Daypart::Afternoon,
          .adults = adults,
          .children = children};
}

core::DaypartCount counted(Store& store) {
  auto const counts = need(store.period_counts(november));
  return counts.dayparts.empty() ? core::DaypartCount{} : counts.dayparts.front();
}

}  // namespace

TEST_CASE("people from paper are counted, however many they were") {
  House const house;
  auto store = house.store();
  for (auto const& [adults, children] :
       {std::pair{1, 0}, {0, 1}, {14, 3}, {20, 20}, {21, 0}, {3, 47}, {200, 200}}) {
    CAPTURE(adults, children);
    need(put_late_entry(store, entry(5, adults, children), today));
    CHECK(need(late_entries(store, november)) == std::vector{entry(5, adults, children)});
    CHECK(counted(store).adults == adults);
    CHECK(counted(store).children == children);
    CHECK(counted(store).first_time_yes + counted(store).first_time_no == 0);
  }
}

TEST_CASE("the last number from paper stands, and the one before comes back with it") {
  House const house;
  auto store = house.store();
  CHECK(need(put_late_entry(store, entry(5, 14, 3), today)) == entry(5, 0, 0));
  auto const before = need(put_late_entry(store, entry(5, 12, 4), today));
  CHECK(before == entry(5, 14, 3));
  CHECK(counted(store).adults == 12);
  need(put_late_entry(store, before, today));
  CHECK(counted(store).adults == 14);
  need(put_late_entry(store, entry(5, 0, 0), today));
  CHECK(need(late_entries(store, november)).empty());
}

TEST_CASE("what the screen counted stays beside what paper says") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-11", 5), 14 * 60)));
  need(put_late_entry(store, entry(5, 9, 0), today));
  CHECK(counted(store).adults == 10);
  need(put_late_entry(store, entry(5, 0, 0), today));
  CHECK(counted(store).adults == 1);
}

TEST_CASE("nothing is entered late for the future, for a closed month or beyond the limit") {
  House const house;
  auto store = house.store();
  CHECK_FALSE(put_late_entry(store, entry(24, 1, 0), today));
  CHECK_FALSE(put_late_entry(store, entry(5, core::most_late_people + 1, 0), today));
  CHECK_FALSE(put_late_entry(store, entry(5, -1, 0), today));
  need(put_late_entry(store, entry(5, 2, 0), today));
  need(close(store, "2026-11"));
  auto const late = put_late_entry(store, entry(5, 3, 0), today);
  REQUIRE_FALSE(late);
  CHECK_THAT(words(late.error()), Catch::Contains("closed"));
  CHECK(need(late_entries(store, november)) == std::vector{entry(5, 2, 0)});
}
