#pragma once
// Changes of names and contents that are still there after a power cut. Never for the file of an
// open database: closing a descriptor of it would drop the locks of SQLite. Store thread.

#include <filesystem>

#include "kiosk/base/result.h"

namespace inloop::store {

// Brings a file's contents, or a folder's names, to the disk.
[[nodiscard]] Result<> sync_to_disk(std::filesystem::path const& path);

// Renames within one folder; what was called `to` before is gone.
[[nodiscard]] Result<> rename_durably(std::filesystem::path const& from,
                                      std::filesystem::path const& to);

}  // namespace inloop::store
