#pragma once
// Months that hosts hold back. Not when a hold ends: that is kiosk/core/holds.h. Store thread.

#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/periods.h"
#include "kiosk/store/store.h"

namespace inloop::store {

// Durable when it returns. Once and again are the same; a closed month is refused.
[[nodiscard]] Result<> hold_month(Store& store, core::Period month);

// A month that is not held stays as it is.
[[nodiscard]] Result<> let_month_go(Store& store, core::Period month);

// Oldest first; at most most_open_periods. None of them is closed.
[[nodiscard]] Result<std::vector<core::Period>> held_months(Store& store);

}  // namespace inloop::store
