#include "kiosk/store/holds.h"

#include "kiosk/core/holds.h"
#include "tests/store/store_fixture.h"

using namespace inloop;
using namespace inloop::store;
using namespace inloop::store::test;

namespace {

core::Period month(std::string_view text) {
  return core::period_from(text).value();
}

}  // namespace

TEST_CASE("a month is held once, until it is let go") {
  House const house;
  {
    auto store = house.store();
    need(hold_month(store, month("2026-10")));
    need(hold_month(store, month("2026-10")));
    need(hold_month(store, month("2026-09")));
  }
  auto store = house.store();
  CHECK(need(held_months(store)) == std::vector{month("2026-09"), month("2026-10")});
  need(let_month_go(store, month("2026-09")));
  need(let_month_go(store, month("2026-09")));
  CHECK(need(held_months(store)) == std::vector{month("2026-10")});
}

TEST_CASE("a closed month is held no more, and never again") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-10", 5))));
  need(hold_month(store, month("2026-10")));
  need(close(store, "2026-10"));
  CHECK(need(held_months(store)).empty());
  auto const again = hold_month(store, month("2026-10"));
  REQUIRE_FALSE(again);
  CHECK_THAT(words(again.error()), Catch::Contains("has gone to the municipality"));
}

TEST_CASE("a hold ends before the next month is due") {
  for (auto period = month("2026-01"); period < month("2029-01");
       period += std::chrono::months{1}) {
    CAPTURE(core::to_string(period));
    for (int grace_days = 0; grace_days <= 14; ++grace_days) {
      auto const next = core::closing_date(period + std::chrono::months{1}, grace_days);
      CHECK(core::hold_end(period, grace_days) < next);
    }
  }
}

TEST_CASE("only a month that is over can be held, and only until its hold ends") {
  auto const november = month("2026-11");
  CHECK_FALSE(core::can_be_held(november, date("2026-11", 30), 3));
  CHECK(core::can_be_held(november, date("2026-12", 1), 3));
  CHECK(core::hold_end(november, 3) == date("2026-12", 25));
  CHECK(core::can_be_held(november, date("2026-12", 24), 3));
  CHECK_FALSE(core::can_be_held(november, date("2026-12", 25), 3));
}
