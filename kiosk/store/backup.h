#pragma once
// Copies of the whole file, each checked before it counts, but for what must not outlive its time:
// the minutes in which people came, how many left, first names and their keys, the month's card key
// and hashes. After a restoration sign-ups still have their tokens, and cards begin the month anew.
// The newest is <name>.1, the oldest <name>.3. The connection that owns the file makes them, so
// they are of one moment. Store thread.

#include <filesystem>
#include <string>

#include "kiosk/base/result.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

inline constexpr int backup_generations = 3;

// Where the backup of a generation (1 to backup_generations) of the file called `name` is.
[[nodiscard]] std::filesystem::path backup_file(std::filesystem::path const& folder,
                                                std::string const& name, int generation);

// Makes a backup of a copy of all pages: forgets what must not outlive its time, asks SQLite
// whether it is sound, and brings it to the disk. The copy is nobody else's file. Any thread.
[[nodiscard]] Result<> finish_copy(std::filesystem::path const& file);

// Writes generation 1 and moves the others on. A power cut at any moment leaves every finished
// backup where one is looked for.
[[nodiscard]] Result<> write_backup(SQLite::Database& database, std::filesystem::path const& folder,
                                    std::string const& name);

}  // namespace inloop::store
