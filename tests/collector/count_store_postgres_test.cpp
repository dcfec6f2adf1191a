#include "sync/collector/count_store_postgres.h"

#include <catch2/catch.hpp>

#include "tests/collector/postgres_server.h"
#include "tests/collector/sample_arrival.h"
#include "tests/collector/store_contract.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

constexpr std::chrono::year this_year{2026};

// One for all cases: each has a database of its own, and starting takes seconds.
test::PostgresServer& server() {
  static test::PostgresServer server;
  return server;
}

struct PostgresDatabase {
  PostgresSettings settings{.connection = server().new_database(), .connections = 8};

  PostgresDatabase() {
    auto const migrated = migrate_postgres(settings, this_year);
    if (!migrated) throw std::runtime_error(migrated.error().what);
  }

  [[nodiscard]] OpenStore opener() const {
    return [settings = settings] {
      auto store = open_postgres_store(settings);
      if (!store) throw std::runtime_error(store.error().what);
      return *std::move(store);
    };
  }
  [[nodiscard]] std::string query(std::string const& sql) const {
    return server().query(settings.connection, sql);
  }
};

}  // namespace

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
