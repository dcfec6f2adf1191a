#pragma once
// The count store in one SQLite file (see sqlite_database.h), for a town with a few places and for
// tests. Any thread.

#include <filesystem>
#include <memory>

#include "sync/collector/count_store.h"

namespace inloop::collector {

[[nodiscard]] Result<std::unique_ptr<CountStore>> open_sqlite_store(
    std::filesystem::path const& file);

}  // namespace inloop::collector
