#pragma once
// How the door, the host's room and each of its places are composed. One file a place; frame.cpp
// draws what stands around them. Pure; UI thread.

#include "kiosk/core/host/room.h"
#include "kiosk/ui/control.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/screens/parts.h"

namespace inloop::ui::host {

[[nodiscard]] Composition compose(core::host::DoorScreen const& door, Look const& look);
[[nodiscard]] Composition compose(core::host::RoomScreen const& room, Look const& look);

// Where small wide glass names the places beside the middle: the title of the room can then say
// what the middle shows.
[[nodiscard]] inline bool is_title_free(Look const& look) {
  return look.is_small() && look.is_wide() && !look.is_large();
}

// The middle of the room. `state` is Waiting while the world is asked: then nothing can be tapped.
[[nodiscard]] BlockPointer place_block(core::host::TodayScreen const& today, ControlState state,
                                       Look const& look);
[[nodiscard]] BlockPointer place_block(core::host::ProgrammeScreen const& programme,
                                       ControlState state, Look const& look);
[[nodiscard]] BlockPointer place_block(core::host::CountsScreen const& counts, ControlState state,
                                       Look const& look);
[[nodiscard]] BlockPointer place_block(core::host::StoryScreen const& story, ControlState state,
                                       Look const& look);
[[nodiscard]] BlockPointer place_block(core::host::SetupScreen const& setup, ControlState state,
                                       Look const& look);
[[nodiscard]] BlockPointer place_block(core::host::HostsScreen const& hosts, ControlState state,
                                       Look const& look);

}  // namespace inloop::ui::host
