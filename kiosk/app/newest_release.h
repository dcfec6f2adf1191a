#pragma once
// The newest release as residents are shown it: what it means, and its bytes. Store thread.

#include <optional>

#include "kiosk/base/result.h"
#include "kiosk/core/released_month.h"
#include "kiosk/store/store.h"

namespace inloop::app {

// Nothing when no month was released yet.
[[nodiscard]] Result<std::optional<core::ReleasedMonth>> newest_release(store::Store& store);

}  // namespace inloop::app
