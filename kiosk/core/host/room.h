#pragma once
// The host's room: five places behind the PIN, what is being done, and what can be taken back.
// Plain values. Whoever includes this is compiled anew with each of the places; most files need
// only kiosk/core/host_room.h.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/host/counts.h"
#include "kiosk/core/host/door.h"
#include "kiosk/core/host/hosts_page.h"
#include "kiosk/core/host/programme.h"
#include "kiosk/core/host/setup.h"
#include "kiosk/core/host/story.h"
#include "kiosk/core/host/today.h"
#include "kiosk/core/screen_parts.h"

namespace inloop::core {

// What the room asks of the world. The desk's thread does it.
struct HostRequest {
  class What : public std::variant<host::DoorRequest, host::TodayRequest, host::ProgrammeRequest,
                                   host::CountsRequest, host::StoryRequest, host::SetupRequest,
                                   host::HostsRequest> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(HostRequest const&) const = default;
};

struct HostOutcome {
  class What : public std::variant<host::DoorOutcome, host::TodayOutcome, host::ProgrammeOutcome,
                                   host::CountsOutcome, host::StoryOutcome, host::SetupOutcome,
                                   host::HostsOutcome> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(HostOutcome const&) const = default;
};

namespace host {

// In the order in which they stand at the foot; the page of the hosts is reached from Setup alone.
enum class PlaceName { Today, Programme, Counts, Story, Setup, Hosts };
inline constexpr std::array all_places{PlaceName::Today, PlaceName::Programme, PlaceName::Counts,
                                       PlaceName::Story, PlaceName::Setup};

// In the order of PlaceName.
class RoomPlace : public std::variant<Today, Programme, Counts, Story, Setup, Hosts> {
  INLOOP_COMPILED_ONCE(RoomPlace);
  bool operator==(RoomPlace const& other) const;
};

enum class NoticeKind { Done, Trouble };

// Said once, above the place. "{what}" in the message is filled with `what`.
struct Notice {
  NoticeKind kind = NoticeKind::Done;
  std::string_view message;  // an English message
  std::string what;

  bool operator==(Notice const&) const = default;
};

// How far a long job is.
struct Progress {
  int done = 0;
  int total = 0;

  bool operator==(Progress const&) const = default;
};

}  // namespace host

struct HostRoom {
  host::Host host;
  host::RoomPlace place;
  std::optional<Waiting> waiting;  // one thing at a time is asked of the world
  std::optional<host::Progress> progress;
  std::optional<host::Notice> notice;
  std::optional<HostRequest> undo;  // takes back what the notice tells of

  bool operator==(HostRoom const&) const = default;
};

namespace host {

struct GoTo {
  PlaceName place = PlaceName::Today;

  bool operator==(GoTo const&) const = default;
};
struct TakeBack {
  bool operator==(TakeBack const&) const = default;
};

}  // namespace host

struct HostTap {
  class What
      : public std::variant<host::GoTo, host::TakeBack, host::TodayTap, host::ProgrammeTap,
                            host::CountsTap, host::StoryTap, host::SetupTap, host::HostsTap> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(HostTap const&) const = default;
};

namespace host {

struct PlaceTab {
  std::string_view picture;  // one emoji
  Phrase label;
  Phrase label_short;  // for small glass
  PlaceName place = PlaceName::Today;
  bool is_chosen = false;

  bool operator==(PlaceTab const&) const = default;
};

struct NoticeBar {
  NoticeKind kind = NoticeKind::Done;
  Phrase text;
  std::optional<Phrase> undo;

  bool operator==(NoticeBar const&) const = default;
};

struct ProgressBar {
  Phrase text;  // "Even wachten. 40 van 100."
  double share = 0;

  bool operator==(ProgressBar const&) const = default;
};

// What the head of the room says. With a way back the page stands alone, without the places.
struct RoomHead {
  Phrase title;
  Phrase subtitle;
  std::optional<Phrase> back;

  bool operator==(RoomHead const&) const = default;
};

class PlaceScreen : public std::variant<TodayScreen, ProgrammeScreen, CountsScreen, StoryScreen,
                                        SetupScreen, HostsScreen> {
  INLOOP_COMPILED_ONCE(PlaceScreen);
  bool operator==(PlaceScreen const& other) const;
};

struct RoomScreen {
  RoomHead head;
  Phrase lock;
  std::array<PlaceTab, all_places.size()> tabs;
  std::optional<NoticeBar> notice;
  std::optional<ProgressBar> progress;
  bool is_waiting = false;  // nothing can be tapped until the world has answered
  PlaceScreen place;

  bool operator==(RoomScreen const&) const = default;
};

}  // namespace host
}  // namespace inloop::core
