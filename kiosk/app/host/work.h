#pragma once
// What the desk does for the door and for each place of the host's room. Overloads, so that a
// request that nobody performs does not compile. Desk thread.

#include "kiosk/app/host/desk.h"
#include "kiosk/core/host/room.h"

namespace inloop::app::host {

// An error is logged, and the host is told that it does not work now; what the host can do
// something about is an outcome.
[[nodiscard]] Result<core::host::DoorOutcome> perform(core::host::DoorRequest const& request,
                                                      Desk& desk);
[[nodiscard]] Result<core::host::TodayOutcome> perform(core::host::TodayRequest const& request,
                                                       Desk& desk);
[[nodiscard]] Result<core::host::ProgrammeOutcome> perform(
    core::host::ProgrammeRequest const& request, Desk& desk);
[[nodiscard]] Result<core::host::CountsOutcome> perform(core::host::CountsRequest const& request,
                                                        Desk& desk);
[[nodiscard]] Result<core::host::StoryOutcome> perform(core::host::StoryRequest const& request,
                                                       Desk& desk);
[[nodiscard]] Result<core::host::SetupOutcome> perform(core::host::SetupRequest const& request,
                                                       Desk& desk);
[[nodiscard]] Result<core::host::HostsOutcome> perform(core::host::HostsRequest const& request,
                                                       Desk& desk);

}  // namespace inloop::app::host
