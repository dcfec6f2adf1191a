#include "kiosk/base/indirect_members.h"
#include "kiosk/core/host/room.h"

// The one place where the closed boxes of the host's room are made.
template class inloop::Indirect<inloop::core::HostRoom>;
template class inloop::Indirect<inloop::core::HostTap>;
template class inloop::Indirect<inloop::core::HostRequest>;
template class inloop::Indirect<inloop::core::HostOutcome>;
template class inloop::Indirect<inloop::core::host::Door>;
template class inloop::Indirect<inloop::core::host::DoorTap>;
template class inloop::Indirect<inloop::core::host::DoorScreen>;
template class inloop::Indirect<inloop::core::host::RoomScreen>;
