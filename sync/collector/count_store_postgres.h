#pragma once
// The count store in a PostgreSQL database (see postgres_database.h), for many places and several
// collectors at once. Any thread.

#include <memory>

#include "sync/collector/count_store.h"
#include "sync/collector/postgres_database.h"

namespace inloop::collector {

[[nodiscard]] Result<std::unique_ptr<CountStore>> open_postgres_store(
    PostgresSettings const& settings);

}  // namespace inloop::collector
