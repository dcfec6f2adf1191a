#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/app/host/work.h"
#include "tests/app/host/desk_fixture.h"

using namespace inloop;
using namespace inloop::app::host::test;
using namespace inloop::core::host::counting;

namespace {

// What Tellingen shows of the running month as taken part, over all kinds.
std::int64_t attendances(app::host::Desk& desk, core::LocalTime const& now) {
  auto const outcome =
      need(app::host::perform(CountsRequest{.what = LoadMonths{}, .now = now, .by = 3}, desk));
  REQUIRE(std::holds_alternative<MonthsFound>(outcome.what));
  auto const& months = std::get<MonthsFound>(outcome.what).months;
  REQUIRE(months.size() == 1);
  auto const table =
      std::ranges::find(months.front().tables, "deelnames", &privacy::ExactTable::subject);
  REQUIRE(table != months.front().tables.end());
  std::int64_t sum = 0;
  for (auto const& cell : table->cells) sum += cell.count;
  return sum;
}

}  // namespace

TEST_CASE("nobody has taken part in a session of this month before it is over") {
  HouseWithDesk house;
  app::host::Desk desk{house.parts(), house.inbox};
  auto const activity = need(house.store().add_activity(
      {.title = "Samen", .picture = "☕", .sign_up = core::SignUpMode::Token, .capacity = 8}));
  auto const session = need(house.store().add_session(activity, moment(23, 630), 60));
  inloop::test::SeededRandom random(7);
  auto const signed_up =
      need(house.store().sign_up({.session = session, .now = moment(23, 600)}, random));
  REQUIRE(std::holds_alternative<store::SignedUp>(signed_up));

  CHECK(attendances(desk, moment(23, 600)) == 0);
  CHECK(attendances(desk, moment(23, 700)) == 1);
}
