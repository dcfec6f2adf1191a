#include "tests/collector/store_contract.h"

#include <algorithm>
#include <array>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/collector/sample_arrival.h"

namespace inloop::collector {
namespace {

std::string const key(64, 'a');
std::string const other_key(64, 'b');

std::unique_ptr<CountStore> with_place(OpenStore const& open) {
  auto store = open();
  REQUIRE(store->add_place({"klooslaan", "Willem Klooslaan", "2026-11-01T00:00:00Z"}, key));
  return store;
}

Kept kept(CountStore& store, Arrival const& arrival) {
  auto const result = store.keep(arrival);
  REQUIRE(result);
  return *result;
}

}  // namespace

void check_places(OpenStore const& open) {
  auto store = with_place(open);
  REQUIRE(store->add_place({"assendorp", "Assendorp", "2026-11-02T00:00:00Z"}, other_key));
  REQUIRE(store->add_place({"klooslaan", "Nieuwe naam", "2027-01-01T00:00:00Z"}, other_key));
  store.reset();
  store = open();
  CHECK(store->places().value() ==
        std::vector<Place>{{"assendorp", "Assendorp", "2026-11-02T00:00:00Z"},
                           {"klooslaan", "Nieuwe naam", "2026-11-01T00:00:00Z"}});
  CHECK(store->is_bound(key, "klooslaan").value());
  CHECK(store->is_bound(other_key, "klooslaan").value());
  CHECK(store->is_bound(other_key, "assendorp").value());
  CHECK_FALSE(store->is_bound(key, "assendorp").value());
  CHECK_FALSE(store->is_bound(key, "nergens").value());
}

void check_keys(OpenStore const& open) {
  auto store = with_place(open);
  REQUIRE(store->add_place({"assendorp", "Assendorp", "2026-11-02T00:00:00Z"}, key));
  CHECK(store->bind_key("klooslaan", other_key) == Binding::Bound);
  CHECK(store->bind_key("klooslaan", other_key) == Binding::Bound);

  CHECK(store->revoke_key("klooslaan", key, "2026-12-01T00:00:00Z") == true);
  CHECK(store->revoke_key("klooslaan", key, "2026-12-02T00:00:00Z") == false);
  CHECK(store->is_bound(key, "klooslaan") == false);
  CHECK(store->is_bound(key, "assendorp") == true);
  CHECK(store->is_bound(other_key, "klooslaan") == true);
  CHECK(store->bind_key("klooslaan", key) == Binding::Revoked);
  CHECK_FALSE(store->add_place({"klooslaan", "K", "2026-12-02T00:00:00Z"}, key));
  store.reset();
  store = open();
  CHECK(store->is_bound(key, "klooslaan") == false);

  CHECK(store->keys("klooslaan").value() ==
        std::vector<PlaceKey>{{"klooslaan", key, "2026-12-01T00:00:00Z"},
                              {"klooslaan", other_key, ""}});
  CHECK(store->keys("")->size() == 3);

  // Without a place: wherever the key may send, as when a kiosk was stolen.
  CHECK(store->revoke_key("", key, "2026-12-03T00:00:00Z") == true);
  CHECK(store->is_bound(key, "assendorp") == false);
  CHECK_FALSE(store->bind_key("nergens", key));
}

void check_keeping(OpenStore const& open) {
  auto store = with_place(open);
  auto const first = arrival_of(sample_event());
  CHECK(kept(*store, first) == Kept{Verdict::Stored, "2026-12-04T03:00:07Z"});
  CHECK(kept(*store, arrival_of(sample_event(), "2026-12-05T00:00:00Z")) ==
        Kept{Verdict::Replayed, "2026-12-04T03:00:07Z"});
  store.reset();
  store = open();
  CHECK(kept(*store, arrival_of(sample_event(), "2026-12-06T00:00:00Z")) ==
        Kept{Verdict::Replayed, "2026-12-04T03:00:07Z"});
  auto const events = store->events({}, {.offset = 0, .limit = 10}).value();
  REQUIRE(events.size() == 1);
  CHECK(events[0].bytes == first.bytes);
  CHECK(events[0].release.hash == first.hash);
  CHECK(events[0].release.sequence == 1);
}

void check_refusals(OpenStore const& open) {
  auto store = with_place(open);
  CHECK(kept(*store, arrival_of(sample_event(1))).verdict == Verdict::Stored);

  auto other_bytes = sample_event(1);
  other_bytes.tables[0].cells[0].value = 188;
  CHECK(kept(*store, arrival_of(other_bytes)).verdict == Verdict::OtherBytes);

  CHECK(kept(*store, arrival_of(sample_event(2))).verdict == Verdict::DoublePeriod);
  auto other_source = sample_event(2);
  other_source.source = "urn:nld:kvknr:12345678:systeem:kiosk-2";
  CHECK(kept(*store, arrival_of(other_source)).verdict == Verdict::DoublePeriod);

  auto late = sample_event(2);
  late.kind = "nagekomen";
  CHECK(kept(*store, arrival_of(late)).verdict == Verdict::Stored);

  auto unknown_place = sample_event(3);
  unknown_place.place = "nergens";
  CHECK_FALSE(store->keep(arrival_of(unknown_place)));
  CHECK(store->count_events({}).value() == 2);
  CHECK(store->cells({}, 100).value().size() == 10);
}

void check_reading(OpenStore const& open) {
  auto store = with_place(open);
  REQUIRE(store->add_place({"assendorp", "Assendorp", "2026-11-02T00:00:00Z"}, key));
  auto december = in_month("2026-12", sample_event(2));
  december.tables.pop_back();
  auto elsewhere = sample_event(3);
  elsewhere.place = "assendorp";
  for (auto const& event : {sample_event(1), december, elsewhere})
    CHECK(kept(*store, arrival_of(event)).verdict == Verdict::Stored);

  CHECK(store->count_events({.place = "klooslaan"}).value() == 2);
  CHECK(store->count_events({.period = "2026-11"}).value() == 2);
  CHECK(store->count_events({.subject = "eersteKeer"}).value() == 2);
  CHECK(store->count_events({.place = "klooslaan", .period = "2026-12"}).value() == 1);

  auto const second = store->events({}, {.offset = 1, .limit = 1}).value();
  REQUIRE(second.size() == 1);
  CHECK(second[0].release.period == "2026-12");
  CHECK(store->events({}, {.offset = 3, .limit = 5}).value().empty());

  auto const releases = store->releases({}).value();
  REQUIRE(releases.size() == 3);
  CHECK(releases[0].place == "assendorp");
  CHECK(releases[1].period == "2026-11");

  auto const cells = store->cells({.place = "klooslaan", .period = "2026-11"}, 100).value();
  REQUIRE(cells.size() == 5);
  CHECK(cells[1] == KeptCell{"klooslaan", "2026-11", "bezoeken", "kinderen", -1, {1, 1}});
  CHECK(cells[4] == KeptCell{"klooslaan", "2026-11", "eersteKeer", "overgeslagen", 33, {1, 2}});
  CHECK(store->cells({.subject = "bezoeken"}, 100).value().size() == 6);
  CHECK(store->cells({}, 4).value().size() == 4);
}

void check_parallel_keeping(OpenStore const& open) {
  auto store = with_place(open);
  constexpr int months = 12;
  constexpr std::size_t posters = 4;
  std::vector<std::vector<Verdict>> verdicts(posters);
  std::vector<std::thread> threads;
  for (auto& mine : verdicts)
    threads.emplace_back([&store, &mine] {
      for (int month = 1; month <= months; ++month) {
        auto const event = in_month(fmt::format("2026-{:02}", month), sample_event(month));
        auto const result = store->keep(arrival_of(event));
        mine.push_back(result ? result->verdict : Verdict::DoublePeriod);
      }
    });
  for (auto& thread : threads) thread.join();
  for (std::size_t month = 0; month < months; ++month) {
    auto const stored = std::ranges::count_if(
        verdicts, [month](auto const& mine) { return mine[month] == Verdict::Stored; });
    auto const replayed = std::ranges::count_if(
        verdicts, [month](auto const& mine) { return mine[month] == Verdict::Replayed; });
    CHECK(stored == 1);
    CHECK(replayed == posters - 1);
  }
  CHECK(store->count_events({}).value() == months);
}

// Each rival is a collector of its own, with its own way to the database. In every month two of
// them bring the same event and two another one about the same period, as a re-imaged kiosk would.
void check_rival_collectors(OpenStore const& open) {
  constexpr int months = 12;
  constexpr int rivals = 4;
  with_place(open).reset();
  std::vector<std::unique_ptr<CountStore>> stores;
  for (int rival = 0; rival < rivals; ++rival) stores.push_back(open());
  std::vector<std::vector<Result<Kept>>> outcomes(rivals);
  std::vector<std::thread> threads;
  for (std::size_t rival = 0; rival < rivals; ++rival)
    threads.emplace_back([&, rival] {
      for (int month = 1; month <= months; ++month) {
        int const number = rival < 2 ? month : 100 + month;
        auto const event = in_month(fmt::format("2026-{:02}", month), sample_event(number));
        outcomes[rival].push_back(stores[rival]->keep(arrival_of(event)));
      }
    });
  for (auto& thread : threads) thread.join();

  for (std::size_t month = 0; month < months; ++month) {
    std::array<int, 4> times{};
    for (auto const& mine : outcomes) {
      REQUIRE(mine[month]);
      ++times.at(static_cast<std::size_t>(mine[month]->verdict));
    }
    CHECK(times == std::array{1, 1, 0, 2});  // stored, replayed, other bytes, double period
  }
  CHECK(stores[0]->count_events({}).value() == months);
  CHECK(stores[0]->totals({.subject = "bezoeken", .detail = Detail::Tables})->size() == months);
}

}  // namespace inloop::collector
