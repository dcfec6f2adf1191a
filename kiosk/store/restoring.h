#pragma once
// Puts a backup in the place of the store: first beside it, looked through and brought to the disk,
// then in its place when the store is opened next (mending.h). What was there is moved aside, never
// deleted. Nothing that was ever drawn is drawn again: the caller brings into the restored file
// what the present one has released, and what lies in the hatch is taken in as always.

#include <filesystem>
#include <optional>

#include "kiosk/base/result.h"
#include "kiosk/store/store.h"

namespace inloop::store {

// Where a file waits that will take the place of `file`.
[[nodiscard]] std::filesystem::path waiting_file(std::filesystem::path const& file);

// Opens what was taken out of a backup as a store of its own: fails when it is damaged, empty, or
// written by a newer version. `options` are those of the present store but for the file. Any
// thread that owns the file.
[[nodiscard]] Result<Store> open_restored(Options const& options,
                                          std::filesystem::path const& restored);

// `restored`, closed by now, waits beside `file` from here on; a power cut leaves it waiting or
// not.
[[nodiscard]] Result<> let_wait(std::filesystem::path const& restored,
                                std::filesystem::path const& file);

// Makes the owner of the store open it again: everything is refused from here on. Store thread.
void let_go(Store& store);
// Whether it was lost by that, and not by its disk.
[[nodiscard]] bool was_let_go(Store& store);

}  // namespace inloop::store
