#pragma once
// Opening the one SQLite file so that a commit survives a power cut and nothing strange in the file
// can act. It knows no table; migrations.h does. Store thread.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <tl/expected.hpp>

#include "kiosk/base/result.h"

namespace inloop::store {

// "Inlp" in ASCII: how a file says that it is ours (bytes 68 to 71 of an SQLite file).
inline constexpr std::int64_t application_id = 0x496e6c70;

// Why a file could not be opened decides what may be done with it: only what is Damaged or Foreign
// may be moved aside.
enum class OpenTrouble { Unavailable, InUse, Damaged, Foreign, TooNew };

struct OpenFailure {
  OpenTrouble trouble = OpenTrouble::Unavailable;
  Error error;

  bool operator==(OpenFailure const&) const = default;
};

struct DatabaseOptions {
  std::filesystem::path file;
  std::int64_t quota_bytes = 0;
  std::string vfs;
  int newest_version = 0;  // the greatest user_version that this program understands
};

// Opens or creates the file, takes it for this process alone and holds the settings that faults
// would otherwise find missing. Migrating is the caller's. Throws nothing.
[[nodiscard]] tl::expected<std::unique_ptr<SQLite::Database>, OpenFailure> open_database(
    DatabaseOptions const& options);

// Translates what SQLite threw while a file was being opened.
[[nodiscard]] OpenFailure open_failure_from(std::filesystem::path const& file,
                                            SQLite::Exception const& exception);

// What the file's user_version is. Throws SQLite::Exception.
[[nodiscard]] int version_of(SQLite::Database& database);

// The first objections of SQLite's quick_check; none for a sound file. Throws SQLite::Exception.
[[nodiscard]] std::vector<std::string> damage_in(SQLite::Database& database);

// Brings the write-ahead log back into the file and empties it. Throws SQLite::Exception.
void checkpoint(SQLite::Database& database);

// After such an error nothing that this connection says can be believed: the disk failed or the
// file is damaged. (A failed fsync is not tried again: the kernel may have dropped the pages.)
[[nodiscard]] bool is_fatal(SQLite::Exception const& exception);

}  // namespace inloop::store
