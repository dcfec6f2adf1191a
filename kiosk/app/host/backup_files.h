#pragma once
// Backups on a stick: making one of the running store, finding them again, putting one back. What
// is in them is sealed by kiosk/store/sealed_backup.h. Desk thread.

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/host/desk.h"
#include "kiosk/app/host/files.h"
#include "kiosk/core/acts.h"
#include "kiosk/core/host/setup.h"
#include "kiosk/store/backup_lock.h"

namespace inloop::app::host {

inline constexpr std::size_t kept_backups_on_stick = 3;

// "inloop-de-huiskamer-20261122-0912.inloop": in the order of their names they are in that of time.
[[nodiscard]] std::string backup_name(std::string const& place_id, core::LocalTime const& made);
[[nodiscard]] std::optional<core::LocalTime> made_at(std::string const& name);

// A whole backup of this moment on the stick in `folder`, read back from it and found to be as it
// was written; older ones of this place go until kept_backups_on_stick are left. Returns its name.
[[nodiscard]] StickResult<std::string> back_up_to(std::filesystem::path const& folder,
                                                  store::BackupLock const& lock,
                                                  core::LocalTime const& now, Desk& desk);

// Those in these folders, the newest first, also of other places.
[[nodiscard]] std::vector<core::host::BackupFile> backups_in(
    std::vector<std::filesystem::path> const& folders);

enum class Restoration { Done, WrongCode, Refused };

// Looks the backup through and lets it wait for the next opening of the store, which it asks for.
// What this kiosk has released goes with it. Refused: damaged, of another place, too new. The deed
// is noted in the store that is moved aside, for whoever looks there later.
[[nodiscard]] Result<Restoration> restore_from(std::filesystem::path const& file,
                                               std::string const& code,
                                               core::host::Deed const& deed, Desk& desk);

}  // namespace inloop::app::host
