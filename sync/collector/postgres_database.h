#pragma once
// One PostgreSQL database for the count store, shared by as many collectors as there are: none of
// them remembers anything. A few connections, lent to one thread at a time. Any thread.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "sync/collector/sql.h"

namespace inloop::collector {

struct PostgresSettings {
  // As libpq takes it: "host=/run/postgresql dbname=inloop". Passwords belong into ~/.pgpass.
  std::string connection;
  std::int64_t connections = 8;  // at most, of this program

  bool operator==(PostgresSettings const&) const = default;
};

// Fails in words when the server cannot be reached, keeps texts in another encoding than UTF-8,
// does not wait for its disk, or when the tables are not those of this version.
[[nodiscard]] Result<std::unique_ptr<SqlDatabase>> open_postgres_database(
    PostgresSettings const& settings);

// Brings the tables up to date and gives every year a partition of its own: those of which there is
// data, and 2026 up to the one after `now`. Several programs may do so at once.
[[nodiscard]] Result<> migrate_postgres(PostgresSettings const& settings,
                                        std::chrono::year this_year);

}  // namespace inloop::collector
