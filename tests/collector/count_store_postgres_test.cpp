#include "sync/collector/count_store_postgres.h"

#include <thread>

#include <catch2/catch.hpp>

#include "tests/collector/postgres_fixture.h"
#include "tests/collector/sample_arrival.h"
#include "tests/collector/store_contract.h"

using namespace inloop;
using namespace inloop::collector;

TEST_CASE("PostgreSQL: places keep their first day, take a new name and several keys") {
  check_places(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: a key that was revoked may send no longer and is never bound again") {
  check_keys(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: an event is kept once, byte for byte, also across a restart") {
  check_keeping(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: other bytes under an id and a second telling of a period are refused") {
  check_refusals(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: events and cells are found by place, period and subject") {
  check_reading(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: of four at once who bring the same events, each event is stored by one") {
  check_parallel_keeping(PostgresDatabase().opener());
}

TEST_CASE(
    "PostgreSQL: of rival collectors one wins a period, the others get a replay or a refusal") {
  check_rival_collectors(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: totals over all places, a municipality and a district add up raw cells") {
  check_totals(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: places stand by name or by figure, those without one last") {
  check_ranked_places(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: districts stand side by side with how many places are in each") {
  check_ranked_districts(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: a place that moves to another district takes its figures along") {
  check_moving(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: what is known of each place tells who is silent and since when it is here") {
  check_states(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: what a kiosk said of itself last is kept, and once") {
  check_health(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: an inspector sees every event, its cells and the totals, and may stop") {
  check_inspection(PostgresDatabase().opener());
}

TEST_CASE("PostgreSQL: a year without a partition is taken in, and gets one when it is migrated") {
  PostgresDatabase const database;
  auto const store = database.opener()();
  REQUIRE(store->add_place({"klooslaan", "K", "2026-11-01T00:00:00Z"}, std::string(64, 'a')));
  auto const far = in_month("2031-05", sample_event(1));
  REQUIRE(store->keep(arrival_of(far))->verdict == Verdict::Stored);
  CHECK(database.query("SELECT count(*) FROM event_other_years") == "1\n");
  auto const before = store->cells({.period = "2031-05"}, 10).value();

  REQUIRE(migrate_postgres(database.settings, this_year));
  CHECK(database.query("SELECT count(*) FROM event_other_years") == "0\n");
  CHECK(database.query("SELECT count(*) FROM event_2031") == "1\n");
  CHECK(database.query("SELECT count(*) FROM cell_2031") == "5\n");
  CHECK(store->cells({.period = "2031-05"}, 10) == before);
  CHECK(store->keep(arrival_of(far))->verdict == Verdict::Replayed);
  auto const again = in_month("2031-05", sample_event(2));
  CHECK(store->keep(arrival_of(again))->verdict == Verdict::DoublePeriod);
}

TEST_CASE("PostgreSQL: an id that was used in one year is known in every other") {
  PostgresDatabase const database;
  auto const store = database.opener()();
  REQUIRE(store->add_place({"klooslaan", "K", "2026-11-01T00:00:00Z"}, std::string(64, 'a')));
  REQUIRE(store->keep(arrival_of(sample_event(1)))->verdict == Verdict::Stored);
  auto const same_id = in_month("2027-01", sample_event(1));
  CHECK(store->keep(arrival_of(same_id))->verdict == Verdict::OtherBytes);
}

TEST_CASE("PostgreSQL: several programs may migrate at once") {
  PostgresSettings const settings{.connection = postgres_server().new_database()};
  std::vector<Result<>> outcomes(4);
  std::vector<std::thread> threads;
  for (auto& outcome : outcomes)
    threads.emplace_back([&] { outcome = migrate_postgres(settings, this_year); });
  for (auto& thread : threads) thread.join();
  for (auto const& outcome : outcomes) CHECK(outcome);
  CHECK(open_postgres_store(settings));
}

TEST_CASE("PostgreSQL: a restarted server is found again without a failure in between") {
  PostgresDatabase const database;
  auto const store = database.opener()();
  REQUIRE(store->add_place({"klooslaan", "K", "2026-11-01T00:00:00Z"}, std::string(64, 'a')));
  postgres_server().restart();
  CHECK(store->count_places({}) == 1);
  postgres_server().restart();
  CHECK(store->keep(arrival_of(sample_event()))->verdict == Verdict::Stored);
}

TEST_CASE("PostgreSQL: what cannot be served is refused with the way out") {
  PostgresSettings const empty{.connection = postgres_server().new_database()};
  auto const no_tables = open_postgres_store(empty);
  REQUIRE_FALSE(no_tables);
  CHECK(no_tables.error().what.find("inloop-collector migrate") != std::string::npos);

  PostgresDatabase const newer;
  (void)newer.query("INSERT INTO inloop_schema VALUES (999)");
  for (auto const& refused : {migrate_postgres(newer.settings, this_year),
                              open_postgres_store(newer.settings).map([](auto const&) {})}) {
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.find("newer version (999") != std::string::npos);
  }

  PostgresSettings const latin{.connection = postgres_server().new_database("LATIN1")};
  auto const wrong_letters = migrate_postgres(latin, this_year);
  REQUIRE_FALSE(wrong_letters);
  CHECK(wrong_letters.error().what.find("ENCODING 'UTF8'") != std::string::npos);

  CHECK_FALSE(open_postgres_store({.connection = "host=/nonexistent dbname=none"}));
}
