#pragma once
// The pages behind Vandaag. Pure; UI thread.

#include "kiosk/core/host/room.h"
#include "kiosk/ui/control.h"

namespace inloop::ui::host {

[[nodiscard]] BlockPointer page_block(core::host::shift::DaypartScreen const& page,
                                      ControlState state, Look const& look);
[[nodiscard]] BlockPointer page_block(core::host::shift::HeadCountScreen const& page,
                                      ControlState state, Look const& look);
[[nodiscard]] BlockPointer page_block(core::host::shift::NameListScreen const& page,
                                      ControlState state, Look const& look);
[[nodiscard]] BlockPointer page_block(core::host::shift::HouseScreen const& page,
                                      ControlState state, Look const& look);

}  // namespace inloop::ui::host
