#pragma once
// Counts from paper: visits of the channel "late", for each daypart as many as the host said last.
// They have no minute, and the schema refuses them in a closed month. Store thread.

#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/late_entry.h"
#include "kiosk/core/periods.h"
#include "kiosk/store/store.h"

namespace inloop::store {

// In order of time; dayparts without one are absent.
[[nodiscard]] Result<std::vector<core::LateEntry>> late_entries(Store& store, core::Period month);

// Puts the entry in the place of what was entered from paper for that daypart before, and returns
// that: so a correction is an entry, too, and can be taken back. Nobody at all takes it away.
// Durable when it returns. Refuses, in words, what is not valid or lies after `today`.
[[nodiscard]] Result<core::LateEntry> put_late_entry(Store& store, core::LateEntry const& entry,
                                                     core::Date today);

}  // namespace inloop::store
