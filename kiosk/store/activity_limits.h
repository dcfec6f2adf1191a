#pragma once
// What the store refuses to keep about activities and their sessions, in words. The schema holds
// the same limits once more, as far as SQL can count. Pure.

#include <string>

#include "kiosk/base/result.h"
#include "kiosk/core/activities.h"

namespace inloop::store {

[[nodiscard]] Result<> check_activity(core::Activity const& activity);
[[nodiscard]] Result<> check_times(core::LocalTime const& start, int minutes);
[[nodiscard]] Result<> check_reason(std::string const& reason);
[[nodiscard]] Result<> check_attendance(int people);

}  // namespace inloop::store
