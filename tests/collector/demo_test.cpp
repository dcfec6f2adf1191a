// The demo as it really is: a store filled over TLS by simulated kiosks, and held to what they are.

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "sync/collector/count_store_sqlite.h"
#include "sync/collector/demo_command.h"
#include "sync/collector/figures_text.h"
#include "sync/collector/reads.h"
#include "sync/collector/simulated_places.h"
#include "sync/collector/verification.h"
#include "tests/support/temporary_folder.h"

namespace inloop::collector {
namespace {

using namespace std::chrono;

// A day of the calendar that stands still, on an uptime that does not: connections have limits.
class Day final : public Clock {
 public:
  UtcTime utc() const override { return sys_days{2026y / December / 10}; }
  std::int64_t uptime_ms() const override { return inloop::system_clock().uptime_ms(); }
};

struct FilledStore {
  test::TemporaryFolder folder;
  Day clock;
  std::unique_ptr<CountStore> store = open_sqlite_store(folder.path() / "c.db").value();
  std::vector<DemoFilling> steps;

  Result<DemoFilling> fill(std::uint64_t seed) {
    return fill_with_demo(*store, seed, clock, [&](auto const& step) { steps.push_back(step); });
  }

  [[nodiscard]] std::string figures_of(std::string const& place) const {
    auto const seen = overview(*store, {.place = place}, clock.utc()).value();
    return figures_csv(seen.figures, seen.places);
  }
};

// How many months of a place arrive, of those that its kiosk draws.
std::size_t arriving_months(SimulatedHistory const& history) {
  std::set<int> months;
  for (int ago = std::min(history.opened_months_ago, demo_months - 1); ago >= 0; --ago)
    if (ago >= history.silent_since_months_ago) months.insert(ago);
  for (int const lost : history.lost_months_ago) months.erase(lost);
  return months.size();
}

TEST_CASE("the demo sends every month of every place through the real interface, twice the same") {
  FilledStore demo;
  auto const filling = demo.fill(7);
  REQUIRE(filling);
  CHECK(filling->places == simulated_places().size());
  CHECK(demo.steps.size() == simulated_places().size());
  CHECK(demo.steps.back() == *filling);
  CHECK(demo.store->count_events({}).value() == static_cast<std::int64_t>(filling->events));
  for (auto const& place : simulated_places()) {
    CAPTURE(place.id);
    CHECK(demo.store->count_events({.place = std::string(place.id)}).value() ==
          static_cast<std::int64_t>(arriving_months(place.history)));
  }
  // The hash of every event, its cells and every total, computed again from the bytes.
  auto const verified = verify(*demo.store, [](std::string_view what) { UNSCOPED_INFO(what); });
  REQUIRE(verified);
  CHECK(verified->events == static_cast<std::int64_t>(filling->events));
  CHECK(verified->totals > 0);
  CHECK(verified->differences == 0);

  auto const keys = demo.store->keys("").value();
  CHECK(keys.size() == simulated_places().size());
  for (auto const& key : keys) CHECK_FALSE(key.revoked_at.empty());

  FilledStore same;
  REQUIRE(same.fill(7));
  for (auto const& place : simulated_places()) {
    CAPTURE(place.id);
    auto const figures = demo.figures_of(std::string(place.id));
    CHECK(figures.find(",aanwezig,") != std::string::npos);
    CHECK(figures == same.figures_of(std::string(place.id)));
  }

  auto const again = demo.fill(7);
  REQUIRE_FALSE(again);
  CHECK(again.error().what.find("fills only an empty one") != std::string::npos);
}

}  // namespace
}  // namespace inloop::collector
