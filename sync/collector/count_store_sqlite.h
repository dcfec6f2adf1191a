#pragma once
// The count store in one SQLite file. One connection behind a mutex; a lock file beside the
// database keeps a second process (`place add`) from writing at the same moment. Any thread.

#include <filesystem>
#include <memory>

#include "sync/collector/count_store.h"

namespace inloop::collector {

// Creates the file when there is none. Fails in words when the file is not ours, its folder belongs
// to another user, it was written by a newer version, or cannot be made durable.
[[nodiscard]] Result<std::unique_ptr<CountStore>> open_sqlite_store(
    std::filesystem::path const& file);

}  // namespace inloop::collector
