#pragma once
// Takes the page of a month to a USB stick: what was released of it, and its stories, in words that
// every machine can open. Desk thread.

#include "kiosk/app/host/desk.h"
#include "kiosk/core/host/story.h"

namespace inloop::app::host {

// Trouble with the stick is an outcome; a store that fails is an error.
[[nodiscard]] Result<core::host::StoryOutcome> write_month_page(
    core::host::telling::WriteMonthPage const& write, Desk& desk);

}  // namespace inloop::app::host
