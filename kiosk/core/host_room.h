#pragma once
// The host's room as the rest of the kiosk sees it: closed boxes. What is in them is in
// kiosk/core/host/room.h, and changes without everything being compiled anew. Plain values.

#include "kiosk/base/indirect.h"

namespace inloop::core {

struct HostRoom;     // the state behind the PIN
struct HostTap;      // what was tapped in it
struct HostRequest;  // what it asks of the world
struct HostOutcome;  // what the world answers

namespace host {
struct Door;
struct DoorTap;
struct DoorScreen;
struct RoomScreen;
}  // namespace host

// The pages.
struct AtDoor {
  Indirect<host::Door> door;

  bool operator==(AtDoor const&) const = default;
};
struct InRoom {
  Indirect<HostRoom> room;

  bool operator==(InRoom const&) const = default;
};

// The screens.
struct HostDoorScreen {
  Indirect<host::DoorScreen> door;

  bool operator==(HostDoorScreen const&) const = default;
};
struct HostRoomScreen {
  Indirect<host::RoomScreen> room;

  bool operator==(HostRoomScreen const&) const = default;
};

}  // namespace inloop::core
