#pragma once
// What can be tapped in Vandaag, and what it shows. Plain values.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/calls.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/screen_parts.h"
#include "kiosk/core/tokens.h"
#include "kiosk/core/visits.h"

namespace inloop::core::host::shift {

// Taps.

struct SomebodyCame {
  Daypart daypart = Daypart::Morning;
  Party party;
  bool operator==(SomebodyCame const&) const = default;
};
struct SomebodyLeft {
  bool operator==(SomebodyLeft const&) const = default;
};
// One was counted too many.
struct OneLess {
  Daypart daypart = Daypart::Morning;
  bool operator==(OneLess const&) const = default;
};
struct SetVolunteers {
  Daypart daypart = Daypart::Morning;
  int volunteers = 0;
  bool operator==(SetVolunteers const&) const = default;
};
struct SetOpening {
  Daypart daypart = Daypart::Morning;
  Opening opening = Opening::Open;
  bool operator==(SetOpening const&) const = default;
};
struct ShowDaypart {
  Daypart daypart = Daypart::Morning;
  bool operator==(ShowDaypart const&) const = default;
};
struct GoToCaller {
  CallId call = 0;
  bool operator==(GoToCaller const&) const = default;
};
// "Wie is er?"
struct ShowSession {
  SessionId session = 0;
  bool operator==(ShowSession const&) const = default;
};
struct SetPeople {
  int people = 0;
  bool operator==(SetPeople const&) const = default;
};
struct TypeDigit {
  int digit = 0;
  bool operator==(TypeDigit const&) const = default;
};
struct EraseDigit {
  bool operator==(EraseDigit const&) const = default;
};
// Is there, or is not.
struct TickName {
  int index = 0;
  bool operator==(TickName const&) const = default;
};
struct SetOthers {
  int others = 0;
  bool operator==(SetOthers const&) const = default;
};
struct SaveAttendance {
  bool operator==(SaveAttendance const&) const = default;
};
// The host's name on the residents' screens, or off them again.
struct NameMe {
  bool operator==(NameMe const&) const = default;
};
struct ShowHouse {
  bool operator==(ShowHouse const&) const = default;
};

struct TodayTap {
  class What
      : public std::variant<SomebodyCame, SomebodyLeft, OneLess, SetVolunteers, SetOpening,
                            ShowDaypart, GoToCaller, ShowSession, SetPeople, TypeDigit, EraseDigit,
                            TickName, SetOthers, SaveAttendance, NameMe, ShowHouse> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(TodayTap const&) const = default;
};

// What it shows.

// A number with a button below and above it; absent taps are disabled buttons.
struct Steps {
  Phrase label;
  Phrase label_short;  // for small glass
  std::optional<Phrase> note;
  Phrase number;
  Phrase fewer;
  Phrase more;
  std::optional<TodayTap> when_fewer;
  std::optional<TodayTap> when_more;

  bool operator==(Steps const&) const = default;
};

struct CallRow {
  CallId call = 0;
  std::string_view picture;
  Phrase text;
  Phrase since;
  Phrase answer;

  bool operator==(CallRow const&) const = default;
};

struct SessionRow {
  SessionId session = 0;
  std::string picture;
  ActivityKind kind = ActivityKind::Meeting;
  Phrase title;
  Phrase details;        // "10:30 – 11:30 · 7 van 12"
  Phrase details_short;  // "10:30 · 7 van 12"
  Phrase line;           // "10:30 Taalcafé", where there is one line
  Phrase who;            // "Wie is er?", or how many there were
  bool is_counted = false;
  bool can_count = true;  // not when it is cancelled

  bool operator==(SessionRow const&) const = default;
};

struct DaypartTile {
  Daypart daypart = Daypart::Morning;
  Phrase label;
  Phrase opening;        // "Open", "Dicht"
  Phrase opening_short;  // for small glass
  Phrase people;
  bool is_open = true;
  bool is_now = false;
  bool is_odd = false;  // closed, and yet people were counted

  bool operator==(DaypartTile const&) const = default;
};

enum class Light { Green, Orange, Red };

// How something of the house is, and the way out where it is not well.
struct HouseRow {
  Light light = Light::Green;
  Phrase text;
  std::optional<Phrase> advice;

  bool operator==(HouseRow const&) const = default;
};

struct OverviewScreen {
  Steps inside;  // fewer: somebody left; more: somebody came
  Steps volunteers;
  std::vector<CallRow> calls;
  Phrase sessions_title;
  std::vector<SessionRow> sessions;
  Scroll scroll;
  std::optional<Phrase> nothing_on;
  Phrase plan;  // leads to Activiteiten
  std::array<DaypartTile, all_dayparts.size()> dayparts;
  Light light = Light::Green;
  Phrase light_text;
  Phrase light_short;
  std::optional<Phrase> name_me;
  bool is_named = false;

  bool operator==(OverviewScreen const&) const = default;
};

struct DaypartScreen {
  Steps counted;
  std::optional<Phrase> child;  // one more of them
  TodayTap add_child;
  Steps volunteers;
  Phrase question;  // whether it was open; kinder words where people were counted
  bool is_odd = false;
  Phrase open;
  Phrase closed;
  bool is_open = true;
  Daypart daypart = Daypart::Morning;

  bool operator==(DaypartScreen const&) const = default;
};

struct HeadCountScreen {
  SessionHeading heading;
  Phrase places;
  Steps people;
  std::array<Phrase, 10> digits;  // 0 to 9
  Phrase erase;
  Phrase save;
  Phrase change;  // leads to Activiteiten

  bool operator==(HeadCountScreen const&) const = default;
};

struct NameRow {
  int index = 0;
  std::string_view picture;
  TokenColour colour = TokenColour::Blue;
  Phrase label;
  bool is_here = false;

  bool operator==(NameRow const&) const = default;
};

struct NameListScreen {
  SessionHeading heading;
  Phrase advice;
  std::vector<NameRow> names;
  Scroll scroll;
  Steps others;
  Phrase save;  // "Opslaan: 7 mensen"
  Phrase change;

  bool operator==(NameListScreen const&) const = default;
};

struct HouseScreen {
  std::vector<HouseRow> rows;
  std::optional<Phrase> name_me;
  bool is_named = false;

  bool operator==(HouseScreen const&) const = default;
};

struct TodayScreen {
  class Page : public std::variant<OverviewScreen, DaypartScreen, HeadCountScreen, NameListScreen,
                                   HouseScreen> {
    INLOOP_COMPILED_ONCE(Page);
    bool operator==(Page const& other) const;
  };
  Page page;

  bool operator==(TodayScreen const&) const = default;
};

}  // namespace inloop::core::host::shift
