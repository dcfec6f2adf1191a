#pragma once
// The commands about the count store as a whole. Each prints for a person or a pipe and gives the
// program's exit code. Main thread.

#include <filesystem>

#include "sync/collector/settings.h"

namespace inloop::collector {

// Makes the tables, or brings them up to date.
[[nodiscard]] int migrate(Settings const& settings);

// Copies the store as it is now into a new file, while it is served.
[[nodiscard]] int back_up(Settings const& settings, std::filesystem::path const& copy);

// Everything to standard output (see archive.h).
[[nodiscard]] int export_archive(Settings const& settings);

// What an export holds and this store does not. Fails when a line was refused.
[[nodiscard]] int import_archive(Settings const& settings, std::filesystem::path const& file);

// Fails when what is kept is not what came in.
[[nodiscard]] int verify_store(Settings const& settings);

}  // namespace inloop::collector
