#pragma once
// Vandaag: everything of a shift on one screen, and the few pages behind it.
// Plain values; the rules are in today_update.cpp, the words in today_screen*.cpp.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/calls.h"
#include "kiosk/core/host/today_view.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/the_day.h"
#include "kiosk/core/tokens.h"

namespace inloop::core::host::shift {

// How the house is, as far as the disk knows: the rest is in State.
struct HouseFacts {
  std::optional<Date> last_received;    // when the town hall confirmed something last
  std::optional<Period> oldest_unsent;  // closed, and not confirmed
  std::optional<Date> held_until;       // a host holds a month back; it goes on this date at last
  std::int64_t free_bytes = 0;          // on the disk of the database; 0: not known
  bool is_printer_there = true;

  bool operator==(HouseFacts const&) const = default;
};

// Somebody on the list of a session. Who is there is ticked to be counted, and is kept nowhere.
struct Listed {
  Token token;
  std::string first_name;  // empty: not known any more
  bool is_here = false;

  bool operator==(Listed const&) const = default;
};

// The pages.

struct Overview {
  int first = 0;  // of the sessions
  bool operator==(Overview const&) const = default;
};
struct DaypartPage {
  Daypart daypart = Daypart::Morning;
  bool operator==(DaypartPage const&) const = default;
};
// Attendance by number.
struct HeadCount {
  SessionId session = 0;
  int people = 0;
  bool is_typed = false;  // the next digit goes behind, instead of beginning anew
  bool operator==(HeadCount const&) const = default;
};
// Attendance by name.
struct NameList {
  SessionId session = 0;
  std::vector<Listed> listed;
  int others = 0;  // who is there and not on it
  int first = 0;
  bool operator==(NameList const&) const = default;
};
struct HousePage {
  bool operator==(HousePage const&) const = default;
};

struct Today {
  std::optional<TheDay> day;  // absent: not read yet
  HouseFacts house;
  class Page : public std::variant<Overview, DaypartPage, HeadCount, NameList, HousePage> {
    INLOOP_COMPILED_ONCE(Page);
    bool operator==(Page const& other) const;
  };
  Page page;

  bool operator==(Today const&) const = default;
};

// Requests.

// Answered by DayRead.
struct LookAtDay {
  bool operator==(LookAtDay const&) const = default;
};
// These are answered by DayChanged.
struct AddPeople {
  LocalTime when;
  Party party;
  bool operator==(AddPeople const&) const = default;
};
struct RemoveVisit {
  VisitId visit = 0;
  bool operator==(RemoveVisit const&) const = default;
};
struct TakeOneOut {
  Daypart daypart = Daypart::Morning;
  bool operator==(TakeOneOut const&) const = default;
};
struct PutBack {
  VisitId visit = 0;
  Visit before;
  bool operator==(PutBack const&) const = default;
};
struct NoteLeaving {
  bool operator==(NoteLeaving const&) const = default;
};
struct TakeBackLeaving {
  LocalTime when;
  bool operator==(TakeBackLeaving const&) const = default;
};
struct NoteOpening {
  Daypart daypart = Daypart::Morning;
  std::optional<Opening> opening;
  bool operator==(NoteOpening const&) const = default;
};
struct NoteVolunteers {
  Daypart daypart = Daypart::Morning;
  std::optional<int> volunteers;
  bool operator==(NoteVolunteers const&) const = default;
};
struct NoteAttendance {
  SessionId session = 0;
  std::optional<int> people;
  bool operator==(NoteAttendance const&) const = default;
};
// Answered by NamesRead.
struct ReadNames {
  SessionId session = 0;
  bool operator==(ReadNames const&) const = default;
};

using Wish = std::variant<LookAtDay, AddPeople, RemoveVisit, TakeOneOut, PutBack, NoteLeaving,
                          TakeBackLeaving, NoteOpening, NoteVolunteers, NoteAttendance, ReadNames>;

struct TodayRequest {
  Wish what;
  LocalTime now;
  HostPicture host = 0;  // for the audit trail

  bool operator==(TodayRequest const&) const = default;
};

// Outcomes.

struct DayRead {
  TheDay day;
  HouseFacts house;
  bool operator==(DayRead const&) const = default;
};
enum class ChangeKind {
  Added,
  TakenOut,
  NobodyCounted,  // so nobody was taken out
  Left,
  NobodyInside,  // so nobody left
  Opened,
  Closed,
  Volunteers,
  Attendance,
  TakenBack,
};
struct DayChanged {
  DayRead now;
  ChangeKind change = ChangeKind::TakenBack;
  std::optional<Wish> undo;
  bool operator==(DayChanged const&) const = default;
};
struct NamesRead {
  SessionId session = 0;
  std::vector<Listed> listed;
  bool operator==(NamesRead const&) const = default;
};

struct TodayOutcome {
  class What : public std::variant<DayRead, DayChanged, NamesRead> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(TodayOutcome const&) const = default;
};

}  // namespace inloop::core::host::shift

namespace inloop::core::host {

using shift::Today;
using shift::TodayOutcome;
using shift::TodayRequest;
using shift::TodayScreen;
using shift::TodayTap;

}  // namespace inloop::core::host
