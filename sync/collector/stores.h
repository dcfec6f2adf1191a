#pragma once
// Which count store there is, by the settings, and what is done to it as a whole: brought up to
// date, or copied away. Any thread.

#include <chrono>
#include <filesystem>
#include <memory>

#include "sync/collector/count_store.h"
#include "sync/collector/postgres_database.h"

namespace inloop::collector {

enum class StoreKind { Sqlite, Postgres };

struct StoreSettings {
  StoreKind kind = StoreKind::Sqlite;
  std::filesystem::path database;  // of SQLite
  PostgresSettings postgres;

  bool operator==(StoreSettings const&) const = default;
};

[[nodiscard]] Result<std::unique_ptr<CountStore>> open_store(StoreSettings const& settings);

// SQLite is brought up to date whenever it is opened; PostgreSQL only by this, for whoever serves
// need not be allowed to make tables.
[[nodiscard]] Result<> migrate_store(StoreSettings const& settings, std::chrono::year this_year);

// Into a new file. Fails for PostgreSQL, which has tools of its own, and names them.
[[nodiscard]] Result<> back_up_store(StoreSettings const& settings,
                                     std::filesystem::path const& copy);

}  // namespace inloop::collector
