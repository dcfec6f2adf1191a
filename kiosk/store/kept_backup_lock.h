#pragma once
// Where the store keeps the lock of its backups, and how it knows that the lock still fits the
// recovery code of the house. How a lock works is in backup_lock.h. Store thread.

#include <optional>

#include "kiosk/base/result.h"
#include "kiosk/store/backup_lock.h"
#include "kiosk/store/pin_vault.h"
#include "kiosk/store/store.h"

namespace inloop::store {

// Nothing where none was made yet, or where the house has another code by now: a backup that only
// the old paper opens would be of no use.
[[nodiscard]] Result<std::optional<BackupLock>> kept_backup_lock(Store& store);

// `code` is what the house keeps of the code that the lock was made from. Refused when it is not
// the present one.
[[nodiscard]] Result<> keep_backup_lock(Store& store, BackupLock const& lock,
                                        SealedCode const& code);

}  // namespace inloop::store
