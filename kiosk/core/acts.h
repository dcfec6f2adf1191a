#pragma once
// What a host did, as the audit trail names it: acts of hosts, never anything of a visitor. Plain
// values. An act that is missing here is added with its word in kiosk/store/audit.cpp
// and its words for the screen in kiosk/core/host/acts_in_words.cpp.

#include <cstddef>
#include <optional>

#include "kiosk/core/hosts.h"
#include "kiosk/core/time.h"

namespace inloop::core::host {

enum class Act {
  // At the door.
  CameIn,
  WrongPin,  // `about` whose picture; nobody did it
  HouseBegun,
  CodeUsed,
  // Other hosts, `about` whom.
  HostAdded,
  HostRemoved,
  HostRestored,
  PinReset,
  HostUnlocked,
  RoleGiven,
  // The day.
  CountCorrected,
  LateEntryAdded,
  OpeningChanged,
  NamesShown,
  // The programme.
  ActivityChanged,
  SessionCancelled,
  ProgrammeImported,
  // What leaves the house.
  ReleaseHeld,
  ReleaseLetGo,
  DataExported,
  BackupMade,
  BackupRestored,
  // Stories.
  StoryAdded,
  StoryRemoved,
  // The screen.
  SettingChanged,
};

inline constexpr std::size_t act_count = static_cast<std::size_t>(Act::SettingChanged) + 1;

// What is to be noted. `host` is nobody where the screen itself notes it.
struct Deed {
  LocalTime when;
  std::optional<HostPicture> host;
  Act act = Act::CameIn;
  std::optional<HostPicture> about;  // another host that it was done to

  bool operator==(Deed const&) const = default;
};

}  // namespace inloop::core::host
