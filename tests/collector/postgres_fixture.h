#pragma once
// A database of its own for one test, on a PostgreSQL that all cases of the program share: starting
// one takes seconds. One thread.

#include <stdexcept>
#include <string>

#include "sync/collector/count_store_postgres.h"
#include "tests/collector/postgres_server.h"
#include "tests/collector/store_contract.h"

namespace inloop::collector {

inline constexpr std::chrono::year this_year{2026};

inline test::PostgresServer& postgres_server() {
  static test::PostgresServer server;
  return server;
}

struct PostgresDatabase {
  PostgresSettings settings{.connection = postgres_server().new_database(), .connections = 8};

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
    return postgres_server().query(settings.connection, sql);
  }
};

}  // namespace inloop::collector
