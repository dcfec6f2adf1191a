#include "sync/collector/count_store_sqlite.h"

#include "sync/collector/sql_count_store.h"
#include "sync/collector/sqlite_database.h"

namespace inloop::collector {

Result<std::unique_ptr<CountStore>> open_sqlite_store(std::filesystem::path const& file) {
  auto database = open_sqlite_database(file);
  if (!database) return tl::unexpected<Error>(database.error());
  return std::make_unique<SqlCountStore>(*std::move(database));
}

}  // namespace inloop::collector
