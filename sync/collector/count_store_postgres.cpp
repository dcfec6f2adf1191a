#include "sync/collector/count_store_postgres.h"

#include "sync/collector/sql_count_store.h"

namespace inloop::collector {

Result<std::unique_ptr<CountStore>> open_postgres_store(PostgresSettings const& settings) {
  auto database = open_postgres_database(settings);
  if (!database) return tl::unexpected<Error>(database.error());
  return std::make_unique<SqlCountStore>(*std::move(database));
}

}  // namespace inloop::collector
