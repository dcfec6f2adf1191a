#include "kiosk/store/release_log.h"

#include "tests/store/store_fixture.h"

using namespace inloop;
using namespace inloop::store;
using namespace inloop::store::test;

namespace {

core::Period month(std::string_view text) {
  return core::period_from(text).value();
}

}  // namespace

TEST_CASE("what was released is listed newest first, and read again byte for byte") {
  House const house;
  auto store = house.store();
  need(store.add_visit(visit_on(date("2026-08", 5))));
  for (auto const* const name : {"2026-08", "2026-09", "2026-10"}) need(close(store, name));
  need(store.keep_receipt("event-2", "ontvangen"));

  auto const log = need(release_log(store));
  REQUIRE(log.size() == 3);
  CHECK(log[0] == LoggedRelease{.period = month("2026-10"), .sequence = 3});
  CHECK(log[1].receipt == "ontvangen");

  auto const all = need(store.releases());
  CHECK(need(find_release(store, 2)) == all[1]);
  CHECK_FALSE(need(find_release(store, 4)).has_value());
  CHECK(need(releases_between(store, month("2026-09"), month("2027-01"))) ==
        std::vector(all.begin() + 1, all.end()));
  CHECK(need(releases_between(store, month("2025-01"), month("2025-12"))).empty());
}
