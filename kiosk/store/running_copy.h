#pragma once
// A copy of the whole store while it is in use, in steps short enough for a visitor who taps
// meanwhile. The steps are for the store's thread, one after the other; everything else about a
// backup is done elsewhere: backup.h, sealed_backup.h.

#include <filesystem>

#include "kiosk/base/result.h"
#include "kiosk/store/store.h"

namespace inloop::store {

// What one step may take: a megabyte at 4 KiB a page, which is less than a commit's wait for a
// disk.
inline constexpr int copied_pages_a_step = 256;

struct CopyState {
  int remaining_pages = 0;  // 0: the copy is complete and closed
  int total_pages = 0;

  bool operator==(CopyState const&) const = default;
};

// Begins a copy at `target`, which is made, and gives up one that was not finished.
[[nodiscard]] Result<> begin_copy(Store& store, std::filesystem::path const& target);

// Fails when none was begun in this store since it was opened.
[[nodiscard]] Result<CopyState> continue_copy(Store& store, int pages = copied_pages_a_step);

// The file stays, and is worth nothing.
void abandon_copy(Store& store);

}  // namespace inloop::store
