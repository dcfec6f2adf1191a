#pragma once
// Takes the page of a month to a USB stick: a PDF file of what was released of it, and its
// stories. Desk thread.

#include "kiosk/app/host/desk.h"
#include "kiosk/core/host/story.h"

namespace inloop::app::host {

// Trouble with the stick is an outcome; a store that fails is an error.
[[nodiscard]] Result<core::host::StoryOutcome> write_month_page(
    core::host::telling::WriteMonthPage const& write, Desk& desk);

}  // namespace inloop::app::host
