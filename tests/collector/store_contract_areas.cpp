#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/collector/sample_arrival.h"
#include "tests/collector/store_contract.h"

namespace inloop::collector {
namespace {

std::string const key(64, 'a');

Place place(std::string id, std::string municipality, std::string district) {
  return {.id = std::move(id),
          .name = "Huis",
          .since = "2026-10-05T00:00:00Z",
          .municipality = std::move(municipality),
          .district = std::move(district),
          .retired_at = {}};
}

void keep(CountStore& store, report::CountEvent const& event) {
  auto const kept = store.keep(arrival_of(event));
  REQUIRE(kept);
  REQUIRE(kept->verdict == Verdict::Stored);
}

// Three places in two districts named alike, and one elsewhere; November of each, once later.
std::unique_ptr<CountStore> town(OpenStore const& open) {
  auto store = open();
  for (auto const& one : {place("a", "Leiden", "Noord"), place("b", "Leiden", "Noord"),
                          place("c", "Leiden", "Zuid"), place("d", "Tilburg", "Noord")})
    REQUIRE(store->save_place(one));
  keep(*store, told_by("a", "2026-11", 1));
  keep(*store, told_by("b", "2026-11", 2));
  keep(*store, told_by("c", "2026-12", 3));
  keep(*store, told_by("d", "2026-11", 4));
  auto late = told_by("a", "2026-11", 5);
  late.kind = "nagekomen";
  late.tables = {{"bezoeken", "geteldePersoon", {1, 2}, {{"volwassenen", -4}, {"kinderen", 1}}}};
  keep(*store, late);
  return store;
}

std::vector<Total> visits(CountStore& store, Area area) {
  return store.totals({.area = std::move(area), .subject = "bezoeken", .detail = Detail::Tables})
      .value();
}

Total visits_total(std::string period, report::Epsilon epsilon, std::int64_t cells,
                   std::int64_t places, std::int64_t value) {
  return {.period = std::move(period),
          .subject = "bezoeken",
          .group = {},
          .epsilon = epsilon,
          .cells = cells,
          .places = places,
          .value = value};
}

// Counts what it is shown, and stops after so many events.
struct Counter final : Inspector {
  explicit Counter(int most) : most_events(most) {}
  Result<> see_event(KeptEvent const& event, Area const& area,
                     std::span<KeptCell const> cells) override {
    if (events == most_events) return failure("enough");
    ++events;
    seen_cells += cells.size();
    CHECK(event.release.hash == report::content_hash(event.bytes));
    CHECK(area.municipality == (event.release.place == "d" ? "Tilburg" : "Leiden"));
    return {};
  }
  Result<> see_total(Total const& total) override {
    value_of_all += total.value;
    return {};
  }
  Result<> see_district_total(Area const&, Total const& total) override {
    value_of_districts += total.value;
    return {};
  }

  int most_events;
  int events = 0;
  std::size_t seen_cells = 0;
  std::int64_t value_of_all = 0;
  std::int64_t value_of_districts = 0;
};

}  // namespace

void check_totals(OpenStore const& open) {
  auto const store = town(open);
  CHECK(visits(*store, {}) == std::vector{visits_total("2026-11", {1, 1}, 6, 3, 3 * 186),
                                          visits_total("2026-11", {1, 2}, 2, 0, -3),
                                          visits_total("2026-12", {1, 1}, 2, 1, 186)});
  CHECK(visits(*store, {"Leiden", ""}) ==
        std::vector{visits_total("2026-11", {1, 1}, 4, 2, 2 * 186),
                    visits_total("2026-11", {1, 2}, 2, 0, -3),
                    visits_total("2026-12", {1, 1}, 2, 1, 186)});
  CHECK(visits(*store, {"Leiden", "Noord"}).size() == 2);
  CHECK(visits(*store, {"Tilburg", "Noord"}) ==
        std::vector{visits_total("2026-11", {1, 1}, 2, 1, 186)});
  CHECK(visits(*store, {"", "Noord"}).empty());

  auto const groups = store->totals({.first_period = "2026-12", .last_period = "2026-12"}).value();
  REQUIRE(groups.size() == 7);  // two tables before their two and three groups
  CHECK(groups[0].group.empty());
  CHECK(groups[1].group == "volwassenen");
  CHECK(groups[2].group == "kinderen");
  CHECK(groups[2].value == -1);
  CHECK(groups[3].subject == "eersteKeer");
  CHECK(groups[3].value == 52 + 90 + 33);
}

void check_moving(OpenStore const& open) {
  auto const store = town(open);
  REQUIRE(store->save_place(place("a", "Leiden", "Zuid")));
  CHECK(visits(*store, {"Leiden", "Noord"}) ==
        std::vector{visits_total("2026-11", {1, 1}, 2, 1, 186)});
  CHECK(visits(*store, {"Leiden", "Zuid"}) ==
        std::vector{visits_total("2026-11", {1, 1}, 2, 1, 186),
                    visits_total("2026-11", {1, 2}, 2, 0, -3),
                    visits_total("2026-12", {1, 1}, 2, 1, 186)});
  CHECK(visits(*store, {}).front().value == 3 * 186);
  // What comes in from now on counts where the place is now.
  keep(*store, told_by("a", "2026-12", 6));
  CHECK(visits(*store, {"Leiden", "Zuid"}).back().places == 2);

  REQUIRE(store->save_place(place("b", "Leiden", "Zuid")));
  CHECK(visits(*store, {"Leiden", "Noord"}).empty());
  CHECK(store->districts().value() ==
        std::vector<District>{{{"Leiden", "Zuid"}, 3}, {{"Tilburg", "Noord"}, 1}});
}

void check_states(OpenStore const& open) {
  auto const store = town(open);
  auto const states = store->states({}, {.offset = 0, .limit = 10}).value();
  REQUIRE(states.size() == 4);
  CHECK(states[0].place == place("a", "Leiden", "Noord"));
  CHECK(states[0].first_period == "2026-11");
  CHECK(states[2].last_period == "2026-12");
  CHECK(states[2].last_received_at == "2026-12-04T03:00:07Z");
  CHECK(store->states({}, {.offset = 1, .limit = 2})->front().place.id == "b");
  CHECK(store->states({.area = {"Leiden", "Noord"}}, {.offset = 0, .limit = 10})->size() == 2);

  PlaceFilter const silent{.silent_since = "2026-12"};
  CHECK(store->count_places(silent) == 3);
  auto closed = place("b", "Leiden", "Noord");
  closed.retired_at = "2026-12-01T00:00:00Z";
  REQUIRE(store->save_place(closed));
  CHECK(store->count_places(silent) == 2);
  CHECK(store->count_places({}) == 4);
  CHECK(store->districts()->front() == District{{"Leiden", "Noord"}, 1});

  REQUIRE(store->save_place(place("e", "", "")));
  CHECK(store->lifetimes({}).value() ==
        std::vector<Lifetime>{
            {"2026-10", "", 1}, {"2026-11", "", 2}, {"2026-11", "2026-12", 1}, {"2026-12", "", 1}});
  CHECK(store->lifetimes({"Tilburg", ""}).value() == std::vector<Lifetime>{{"2026-11", "", 1}});
}

void check_health(OpenStore const& open) {
  auto const store = town(open);
  KioskHealth health{.place = "a",
                     .source = "urn:nld:kvknr:12345678:systeem:kiosk-1",
                     .time = "2026-12-05T08:00:00Z",
                     .received_at = "2026-12-05T08:00:02Z",
                     .software_version = "0.1.0",
                     .outbox_events = 2,
                     .disk_free_mib = 9'000,
                     .clock_skew_s = -3,
                     .reader_state = "gereed"};
  CHECK(store->keep_health(health) == Verdict::Stored);
  CHECK(store->keep_health(health) == Verdict::Replayed);
  auto const state_of = [&](std::string id) {
    return store->states({.place = std::move(id)}, {.offset = 0, .limit = 1})->front();
  };
  CHECK(state_of("a").health == health);
  CHECK_FALSE(state_of("b").health);
  // A clock that was ahead for a while does not hide what it says after it was set right.
  health.time = "2026-12-04T08:00:00Z";
  health.outbox_events = 0;
  CHECK(store->keep_health(health) == Verdict::Stored);
  CHECK(state_of("a").health == health);
  health.place = "nergens";
  CHECK_FALSE(store->keep_health(health));
}

void check_inspection(OpenStore const& open) {
  auto const store = town(open);
  Counter all(100);
  REQUIRE(store->inspect(all));
  CHECK(all.events == 5);
  CHECK(all.seen_cells == 22);
  // Each figure is in its table's total and in its group's.
  CHECK(all.value_of_all == 2 * (4 * (186 + 175) - 3));
  CHECK(all.value_of_districts == all.value_of_all);
  Counter impatient(2);
  auto const stopped = store->inspect(impatient);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().what == "enough");
}

}  // namespace inloop::collector
