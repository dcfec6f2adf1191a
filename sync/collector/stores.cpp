#include "sync/collector/stores.h"

#include "sync/collector/count_store_postgres.h"
#include "sync/collector/count_store_sqlite.h"
#include "sync/collector/sqlite_database.h"

namespace inloop::collector {

Result<std::unique_ptr<CountStore>> open_store(StoreSettings const& settings) {
  return settings.kind == StoreKind::Sqlite ? open_sqlite_store(settings.database)
                                            : open_postgres_store(settings.postgres);
}

Result<> migrate_store(StoreSettings const& settings, std::chrono::year this_year) {
  if (settings.kind == StoreKind::Postgres) return migrate_postgres(settings.postgres, this_year);
  return open_sqlite_store(settings.database).map([](auto const&) {});
}

Result<> back_up_store(StoreSettings const& settings, std::filesystem::path const& copy) {
  if (settings.kind == StoreKind::Postgres)
    return failure(
        "PostgreSQL backs up itself: pg_dump --format=custom --file={} --dbname=\"...\", with what "
        "\"connection\" says in [store]; pg_restore brings it back",
        copy.string());
  return back_up_sqlite(settings.database, copy);
}

}  // namespace inloop::collector
