#pragma once
// Takes a file that cannot be used out of the way without losing it. Store thread.

#include <filesystem>
#include <string_view>

#include "kiosk/base/result.h"

namespace inloop::store {

// As many as an operator may want to look into; a disk that damages more of them needs one.
inline constexpr int most_kept_aside = 20;

// Renames the file and its logs to <file>.aside-<stamp> (and -wal, -journal behind that) and
// returns that name. `stamp` is a time in letters and digits: "20261123T101500Z". Fails when
// there are most_kept_aside already. Nothing is ever deleted or written over.
[[nodiscard]] Result<std::filesystem::path> move_aside(std::filesystem::path const& file,
                                                       std::string_view stamp);

}  // namespace inloop::store
