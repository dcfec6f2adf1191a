// One corpus in both stores, and every read of it compared: a municipality that goes from SQLite to
// PostgreSQL finds the same figures.

#include <random>

#include <catch2/catch.hpp>

#include "sync/collector/count_store_sqlite.h"
#include "tests/collector/postgres_fixture.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

constexpr std::uint32_t seed = 20'261'122;
constexpr int places = 12;
constexpr int months = 30;

std::string place_id(int number) {
  return fmt::format("plek-{}", number);
}

// What everything that was shown looks like, as text, so that it can be compared in order.
struct Transcript final : Inspector {
  Result<> see_event(KeptEvent const& event, Area const&,
                     std::span<KeptCell const> cells) override {
    lines.push_back(fmt::format("{} {} {}", event.release.id, event.release.hash, event.bytes));
    for (auto const& cell : cells)
      lines.push_back(fmt::format("{} {} {}", cell.subject, cell.group, cell.value));
    return {};
  }
  Result<> see_total(Total const& total) override { return see_district_total({}, total); }
  Result<> see_district_total(Area const& area, Total const& total) override {
    lines.push_back(fmt::format("{} {} {} {} {} {} {} {}", area.municipality, area.district,
                                total.period, total.subject, total.group, total.cells, total.places,
                                total.value));
    return {};
  }
  std::vector<std::string> lines;
};

// Replays, refusals, late counts, moves and closings among plain events, the same for every store.
class Corpus {
 public:
  std::vector<std::string> fill(CountStore& store) {
    m_random.seed(seed);
    for (int number = 0; number < places; ++number) {
      REQUIRE(store.add_place(place(number), std::string(64, 'a')));
      for (int month = 0; month < months; ++month) tell(store, number, month);
    }
    REQUIRE(store.revoke_key(place_id(3), std::string(64, 'a'), "2027-02-01T00:00:00Z"));
    auto moved = place(4);
    moved.district = "Élders";
    moved.retired_at = "2028-06-01T00:00:00Z";
    REQUIRE(store.save_place(moved));
    REQUIRE(store.keep_health({.place = place_id(5),
                               .source = "urn:x",
                               .time = "2028-06-02T00:00:00Z",
                               .received_at = "2028-06-02T00:00:01Z",
                               .software_version = "0.1.0",
                               .outbox_events = 1,
                               .disk_free_mib = 100,
                               .clock_skew_s = -4,
                               .reader_state = "gereed"}));
    return std::move(m_verdicts);
  }

 private:
  [[nodiscard]] static Place place(int number) {
    return {.id = place_id(number),
            .name = fmt::format("Huis {} – ë", number),
            .since = "2026-01-01T00:00:00Z",
            .municipality = number % 2 == 0 ? "Leiden" : "’s-Hertogenbosch",
            .district = fmt::format("Wijk {}", number % 3),
            .retired_at = {}};
  }

  // One month of a place: left out, told, told again, told otherwise, or told late as well.
  void tell(CountStore& store, int number, int month) {
    if (m_random() % 10 == 0) return;
    auto event = in_month(fmt::format("{}-{:02}", 2026 + month / 12, month % 12 + 1),
                          sample_event(++m_number));
    event.place = place_id(number);
    event.source = fmt::format("urn:nld:kvknr:12345678:systeem:kiosk-{}", number);
    event.sequence = month + 1;
    for (auto& table : event.tables)
      for (auto& cell : table.cells) cell.value = static_cast<int>(m_random() % 300) - 20;
    if (m_random() % 4 == 0) event.tables.pop_back();
    keep(store, event);
    if (m_random() % 5 == 0) keep(store, event);
    event.tables[0].cells[0].value += 1;
    if (m_random() % 5 == 0) keep(store, event);
    event.id = fmt::format("{:08}-8f0a-4c7d-9b1e-2f6a7d8c9e01", ++m_number);
    if (m_random() % 5 == 0) keep(store, event);
    event.kind = "nagekomen";
    if (m_random() % 5 == 0) keep(store, event);
  }

  void keep(CountStore& store, report::CountEvent const& event) {
    auto const kept =
        store.keep(arrival_of(event, fmt::format("2028-07-01T00:00:{:02}Z", m_number % 60)));
    REQUIRE(kept);
    m_verdicts.push_back(fmt::format("{} {}", static_cast<int>(kept->verdict), kept->received_at));
  }

  std::mt19937 m_random;
  int m_number = 0;
  std::vector<std::string> m_verdicts;
};

std::vector<Area> areas() {
  return {{"", ""}, {"Leiden", ""}, {"Leiden", "Wijk 1"}, {"Leiden", "Élders"}, {"", "Wijk 1"}};
}

std::vector<Filter> filters() {
  std::vector<Filter> all;
  for (std::string const place : {"", "plek-4", "plek-11", "nergens"})
    for (std::string const period : {"", "2026-03", "2027-12", "2030-01"})
      for (std::string const subject : {"", "bezoeken", "eersteKeer", "drukte"})
        all.push_back({.place = place, .area = {}, .period = period, .subject = subject});
  for (auto const& area : areas())
    all.push_back({.place = {}, .area = area, .period = "2027-12", .subject = "bezoeken"});
  return all;
}

void compare_events(CountStore& one, CountStore& other) {
  for (auto const& filter : filters()) {
    INFO(filter.place << ' ' << filter.area.district << ' ' << filter.period << ' '
                      << filter.subject);
    CHECK(one.count_events(filter) == other.count_events(filter));
    for (Slice const slice : {Slice{0, 1'000}, Slice{7, 5}, Slice{5'000, 10}})
      CHECK(one.events(filter, slice) == other.events(filter, slice));
    CHECK(one.releases(filter) == other.releases(filter));
    CHECK(one.releases_around(filter.place) == other.releases_around(filter.place));
    for (std::int64_t const limit : {3, 10'000})
      CHECK(one.cells(filter, limit) == other.cells(filter, limit));
  }
}

void compare_areas(CountStore& one, CountStore& other) {
  CHECK(one.districts() == other.districts());
  for (auto const& area : areas()) {
    INFO(area.municipality << ' ' << area.district);
    CHECK(one.lifetimes(area) == other.lifetimes(area));
    for (std::string const silent_since : {"", "2028-06", "2026-01"}) {
      PlaceFilter const filter{.place = {}, .area = area, .silent_since = silent_since};
      CHECK(one.count_places(filter) == other.count_places(filter));
      CHECK(one.states(filter, {2, 5}) == other.states(filter, {2, 5}));
    }
    for (auto const detail : {Detail::Tables, Detail::Groups})
      for (std::string const subject : {"", "bezoeken"})
        for (std::string const last : {"", "2027-02"}) {
          TotalFilter const filter{.area = area,
                                   .first_period = last.empty() ? "" : "2026-11",
                                   .last_period = last,
                                   .subject = subject,
                                   .detail = detail};
          CHECK(one.totals(filter) == other.totals(filter));
        }
  }
}

void compare_rankings(CountStore& one, CountStore& other) {
  for (auto const& area : areas())
    for (std::string const search : {"", "HUIS 1", "ë", "%"})
      for (std::string const open_in : {"", "2026-02", "2028-06", "2028-07"}) {
        INFO(area.municipality << ' ' << area.district << ' ' << search << ' ' << open_in);
        PlaceFilter const filter{
            .place = {}, .area = area, .silent_since = {}, .open_in = open_in, .search = search};
        CHECK(one.count_places(filter) == other.count_places(filter));
        CHECK(one.count_districts(filter) == other.count_districts(filter));
        for (std::string const group : {"", "kinderen"})
          for (auto const order : {Order::ByName, Order::LargestFirst}) {
            Ranking const ranking{.period = "2027-12",
                                  .compared_with = "2026-12",
                                  .subject = "bezoeken",
                                  .group = group,
                                  .order = order};
            CHECK(one.ranked_places(filter, ranking, {1, 7}) ==
                  other.ranked_places(filter, ranking, {1, 7}));
            CHECK(one.ranked_districts(filter, ranking, {0, 4}) ==
                  other.ranked_districts(filter, ranking, {0, 4}));
          }
      }
}

}  // namespace

TEST_CASE("SQLite and PostgreSQL answer every read of one corpus alike") {
  INFO("seed " << seed);
  test::TemporaryFolder const folder;
  PostgresDatabase const database;
  auto const sqlite = open_sqlite_store(folder.path() / "c.db").value();
  auto const postgres = database.opener()();
  auto const verdicts = Corpus().fill(*sqlite);
  REQUIRE(verdicts.size() > 300);
  CHECK(verdicts == Corpus().fill(*postgres));

  compare_events(*sqlite, *postgres);
  compare_areas(*sqlite, *postgres);
  compare_rankings(*sqlite, *postgres);
  CHECK(sqlite->places() == postgres->places());
  Transcript of_sqlite;
  Transcript of_postgres;
  REQUIRE(sqlite->inspect(of_sqlite));
  REQUIRE(postgres->inspect(of_postgres));
  CHECK(of_sqlite.lines == of_postgres.lines);
  for (int number = 0; number < places; ++number)
    CHECK(sqlite->is_bound(std::string(64, 'a'), place_id(number)) ==
          postgres->is_bound(std::string(64, 'a'), place_id(number)));
}
