#pragma once
// One SQLite file for the count store. One connection behind a mutex; a lock file beside the
// database keeps a second process (`place add`) from writing at the same moment. Any thread.

#include <filesystem>
#include <memory>

#include "sync/collector/sql.h"

namespace inloop::collector {

// Creates the file when there is none, and brings its tables up to date. Fails in words when the
// file is not ours, its folder belongs to another user, it was written by a newer version, or
// cannot be made durable.
[[nodiscard]] Result<std::unique_ptr<SqlDatabase>> open_sqlite_database(
    std::filesystem::path const& file);

// Copies the database as it stands now into a new file, while others may go on writing to it. The
// copy is checked before it gets its name; a file that is there already is left alone.
[[nodiscard]] Result<> back_up_sqlite(std::filesystem::path const& file,
                                      std::filesystem::path const& copy);

}  // namespace inloop::collector
