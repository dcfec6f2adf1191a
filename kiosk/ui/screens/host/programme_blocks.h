#pragma once
// The parts of Activiteiten on the glass: the agenda, pages of lines and tiles, a page to type on.
// Pure; UI thread.

#include "kiosk/core/host/places.h"
#include "kiosk/ui/control.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/look.h"

namespace inloop::ui::host {

namespace planning = core::host::planning;
using core::host::tapped;

[[nodiscard]] BlockPointer programme_block(planning::AgendaView const& agenda, ControlState state,
                                           Look const& look);
[[nodiscard]] BlockPointer programme_block(planning::PageView const& page, ControlState state,
                                           Look const& look);
[[nodiscard]] BlockPointer programme_block(planning::ProgrammeTyping const& typing,
                                           ControlState state, Look const& look);

// A button with words; disabled where it leads nowhere.
[[nodiscard]] BlockPointer programme_chip(std::string id, planning::ProgrammeButton const& button,
                                          ControlState state, Picture picture, Look const& look);

// A button that shows only its sign.
[[nodiscard]] BlockPointer programme_tool(std::string id, planning::ProgrammeButton const& button,
                                          ControlState state, Picture picture, Look const& look);

[[nodiscard]] BlockPointer programme_month(planning::MonthView const& month, ControlState state,
                                           Look const& look);

// A value between the buttons that make it less and more.
[[nodiscard]] BlockPointer programme_step(std::string const& id, planning::StepRow const& step,
                                          ControlState state, Look const& look);

[[nodiscard]] inline ControlState state_if(bool is_enabled, ControlState state) {
  return is_enabled ? state : ControlState::Disabled;
}

}  // namespace inloop::ui::host
