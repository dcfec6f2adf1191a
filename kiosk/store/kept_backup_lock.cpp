#include "kiosk/store/kept_backup_lock.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"
#include "kiosk/store/hosts_table.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {

Result<std::optional<BackupLock>> kept_backup_lock(Store& store) {
  using Kept = Result<std::optional<BackupLock>>;
  return store.impl().attempt(
      "reading the lock of backups", [](SQLite::Database& database) -> Kept {
        SQLite::Statement statement(database, R"sql(
          SELECT salt, public_key FROM backup_lock
          JOIN house_door ON house_door.recovery_code = backup_lock.recovery_code
        )sql");
        if (!statement.executeStep()) return std::nullopt;
        BackupLock lock;
        lock.salt = bytes_in<sizeof(lock.salt)>(statement.getColumn(0), "salt");
        lock.public_key = bytes_in<sizeof(lock.public_key)>(statement.getColumn(1), "public key");
        return lock;
      });
}

Result<> keep_backup_lock(Store& store, BackupLock const& lock, SealedCode const& code) {
  return store.impl().attempt("keeping the lock of backups",
                              [&](SQLite::Database& database) -> Result<> {
                                WriteTransaction transaction(database);
                                if (select_code(database) != code)
                                  return failure("the recovery code is another one");
                                SQLite::Statement statement(database, R"sql(
          INSERT INTO backup_lock (id, salt, public_key, recovery_code) VALUES (1, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, public_key = excluded.public_key,
                                         recovery_code = excluded.recovery_code
        )sql");
                                bind_bytes(statement, 1, lock.salt);
                                bind_bytes(statement, 2, lock.public_key);
                                bind_bytes(statement, 3, code);
                                statement.exec();
                                transaction.commit();
                                return {};
                              });
}

}  // namespace inloop::store
