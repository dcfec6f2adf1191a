#pragma once
// The page of the hosts, for coordinators: who may come in, and what hosts did. A place of the room
// that is reached from Instellingen and has no tab. Plain values; the rules are in
// hosts_page_update.cpp, the words in hosts_page_screen.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/acts.h"
#include "kiosk/core/host/pin_pad.h"
#include "kiosk/core/host/text_entry.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/time.h"

namespace inloop::core::host {

// The steps.

struct AllHosts {
  int first = 0;
  bool operator==(AllHosts const&) const = default;
};
struct OneHost {
  HostPicture picture = 0;
  bool operator==(OneHost const&) const = default;
};
struct PictureOfNewHost {
  int first = 0;
  bool operator==(PictureOfNewHost const&) const = default;
};
struct NameOfNewHost {
  HostPicture picture = 0;
  TextEntry entry;

  bool operator==(NameOfNewHost const&) const = default;
};
enum class PinFor { NewHost, KnownHost };
// The host types it, not the coordinator.
struct PinOfHost {
  PinFor whom = PinFor::NewHost;
  Host host;
  NewPin pin;

  bool operator==(PinOfHost const&) const = default;
};

struct TrailRow {
  std::int64_t id = 0;
  Deed deed;

  bool operator==(TrailRow const&) const = default;
};
inline constexpr int most_trail_rows = 300;

struct Trail {
  std::vector<TrailRow> rows;           // newest first
  std::optional<std::int64_t> altered;  // the first row that was tampered with
  int first = 0;

  bool operator==(Trail const&) const = default;
};

struct Hosts {
  std::vector<ListedHost> hosts;
  class Step
      : public std::variant<AllHosts, OneHost, PictureOfNewHost, NameOfNewHost, PinOfHost, Trail> {
    INLOOP_COMPILED_ONCE(Step);
    bool operator==(Step const& other) const;
  };
  Step step;

  bool operator==(Hosts const&) const = default;
};

// Taps.
struct ShowHost {
  HostPicture picture = 0;
  bool operator==(ShowHost const&) const = default;
};
struct NewHost {
  bool operator==(NewHost const&) const = default;
};
struct PictureForHost {
  HostPicture picture = 0;
  bool operator==(PictureForHost const&) const = default;
};
struct NameForHost {
  bool operator==(NameForHost const&) const = default;
};
struct HostDigit {
  std::string digit;
  bool operator==(HostDigit const&) const = default;
};
struct EraseHostDigit {
  bool operator==(EraseHostDigit const&) const = default;
};
struct GiveNewPin {
  bool operator==(GiveNewPin const&) const = default;
};
struct Unlock {
  bool operator==(Unlock const&) const = default;
};
struct ChangeRole {
  bool operator==(ChangeRole const&) const = default;
};
struct Remove {
  bool operator==(Remove const&) const = default;
};
struct ShowTrail {
  bool operator==(ShowTrail const&) const = default;
};

struct HostsTap {
  class What
      : public std::variant<ShowHost, NewHost, PictureForHost, NameForHost, HostDigit,
                            EraseHostDigit, GiveNewPin, Unlock, ChangeRole, Remove, ShowTrail> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(HostsTap const&) const = default;
};

// Requests. All but ReadTrail are answered by HostsListed, or HostsRefused.

struct ListHosts {
  bool operator==(ListHosts const&) const = default;
};
struct AddHost {
  Host added;
  Pin pin;
  bool operator==(AddHost const&) const = default;
};
struct ResetPin {
  HostPicture picture = 0;
  Pin pin;
  bool operator==(ResetPin const&) const = default;
};
struct UnlockHost {
  HostPicture picture = 0;
  bool operator==(UnlockHost const&) const = default;
};
struct GiveRole {
  HostPicture picture = 0;
  Role role = Role::Host;
  bool operator==(GiveRole const&) const = default;
};
struct RemoveHost {
  HostPicture picture = 0;
  bool operator==(RemoveHost const&) const = default;
};
struct RestoreHost {
  HostPicture picture = 0;
  bool operator==(RestoreHost const&) const = default;
};
struct ReadTrail {
  bool operator==(ReadTrail const&) const = default;
};

struct HostsRequest {
  class What : public std::variant<ListHosts, AddHost, ResetPin, UnlockHost, GiveRole, RemoveHost,
                                   RestoreHost, ReadTrail> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;
  HostPicture by = 0;  // the coordinator
  Now now;

  bool operator==(HostsRequest const&) const = default;
};

// Outcomes.

struct HostsListed {
  std::vector<ListedHost> hosts;
  std::optional<Act> done;  // nothing: they were only asked for
  HostPicture about = 0;

  bool operator==(HostsListed const&) const = default;
};

enum class WhyNot { LastCoordinator, PictureTaken };

struct HostsRefused {
  WhyNot why = WhyNot::LastCoordinator;

  bool operator==(HostsRefused const&) const = default;
};

struct TrailRead {
  std::vector<TrailRow> rows;
  std::optional<std::int64_t> altered;

  bool operator==(TrailRead const&) const = default;
};

struct HostsOutcome {
  class What : public std::variant<HostsListed, HostsRefused, TrailRead> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(HostsOutcome const&) const = default;
};

// What stands on the page.

struct HostAsTile {
  HostPicture picture = 0;
  std::string_view emoji;
  Phrase label;  // "Fatima", "uil · coördinator"
  bool is_locked = false;

  bool operator==(HostAsTile const&) const = default;
};

struct HostListView {
  std::vector<HostAsTile> tiles;
  Scroll scroll;
  Phrase add;
  Phrase trail;

  bool operator==(HostListView const&) const = default;
};

struct HostButton {
  std::string id;
  Phrase label;
  HostsTap tap;

  bool operator==(HostButton const&) const = default;
};

struct OneHostView {
  std::string_view emoji;
  Phrase label;
  std::optional<Phrase> locked;
  std::vector<HostButton> buttons;

  bool operator==(OneHostView const&) const = default;
};

struct HostPicturesView {
  std::vector<HostTile> tiles;
  Scroll scroll;

  bool operator==(HostPicturesView const&) const = default;
};

struct HostNameView {
  Phrase typed;
  std::optional<Phrase> trouble;
  Keyboard keyboard;
  Phrase go_on;

  bool operator==(HostNameView const&) const = default;
};

struct TrailLine {
  std::string_view emoji;  // of who did it, or it was done to
  Phrase what;
  Phrase when;
  bool is_altered = false;

  bool operator==(TrailLine const&) const = default;
};

struct TrailView {
  std::optional<Phrase> altered;
  std::vector<TrailLine> lines;
  Scroll scroll;

  bool operator==(TrailView const&) const = default;
};

struct HostsScreen {
  std::optional<Phrase> advice;
  class View : public std::variant<HostListView, OneHostView, HostPicturesView, HostNameView, Pad,
                                   TrailView> {
    INLOOP_COMPILED_ONCE(View);
    bool operator==(View const& other) const;
  };
  View view;

  bool operator==(HostsScreen const&) const = default;
};

}  // namespace inloop::core::host
