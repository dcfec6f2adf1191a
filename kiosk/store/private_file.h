#pragma once
// Makes sure that a database file and its folder are readable by nobody but their owner, before
// anything is written to them. Store thread.

#include <filesystem>

#include "kiosk/base/result.h"

namespace inloop::store {

// Creates folder (0700) and file (0600) where they are missing and returns the file's path without
// symbolic links in its folder. Fails when others may enter the folder, and when the file itself is
// a symbolic link or no regular file.
[[nodiscard]] Result<std::filesystem::path> make_private(std::filesystem::path const& file);

}  // namespace inloop::store
