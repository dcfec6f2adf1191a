#pragma once
// Activiteiten: what is on in this and other weeks, and how it is planned, changed and called off.
// Plain values; the rules are in programme_update*.cpp, the words in programme_screen*.cpp.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/calendar_file.h"
#include "kiosk/core/host/programme_taps.h"
#include "kiosk/core/host/programme_view.h"
#include "kiosk/core/host/stick_trouble.h"
#include "kiosk/core/host/text_entry.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/time.h"

namespace inloop::core::host::planning {

inline constexpr std::size_t most_known_rooms = 12;
inline constexpr std::size_t most_offered_files = 24;

// The pages.

struct AgendaPage {
  int first = 0;  // day of the week that stands first, where not all fit
  bool operator==(AgendaPage const&) const = default;
};
struct DayPage {
  Date day{};
  int first = 0;
  bool operator==(DayPage const&) const = default;
};
struct NewPage {
  Date day{};
  int first = 0;
  bool operator==(NewPage const&) const = default;
};
// What last week had, before it is put into this one.
struct CopyPage {
  Date from{};  // Mondays
  Date to{};
  std::vector<Session> sessions;
  int first = 0;
  bool operator==(CopyPage const&) const = default;
};

// One session as the world told of it.
struct SessionFound {
  ProgrammeSession session;
  std::optional<KnownSeries> series;
  std::optional<SessionId> previous;  // of the same series
  std::optional<SessionId> next;
  std::optional<int> attended;

  bool operator==(SessionFound const&) const = default;
};
struct SessionPage {
  SessionFound found;
  bool operator==(SessionPage const&) const = default;
};
struct ScopePage {
  SessionFound found;
  bool operator==(ScopePage const&) const = default;
};
struct ReasonPage {
  SessionFound found;
  std::optional<TextEntry> entry;
  bool operator==(ReasonPage const&) const = default;
};

struct FormPage {
  Draft draft;
  std::optional<SessionFound> found;  // what is being changed
  std::optional<FormLine> line;       // whose page stands
  int first = 0;
  std::optional<TextEntry> entry;
  std::string begun_with;  // what stood in the entry at first
  bool was_tried = false;  // to save it: from then on it says what is wrong
  std::vector<Clash> clashes;
  std::optional<ProgrammeProblem> refused;

  bool operator==(FormPage const&) const = default;
};

// A calendar file that lies on a stick or in the folder of the house.
struct OfferedFile {
  std::string path;
  std::string name;
  bool operator==(OfferedFile const&) const = default;
};
struct TakeAwayPage {
  bool operator==(TakeAwayPage const&) const = default;
};
struct CalendarsPage {
  std::vector<OfferedFile> files;
  int first = 0;
  bool operator==(CalendarsPage const&) const = default;
};
struct ImportPage {
  std::string path;
  CalendarProposal proposal;
  int first = 0;
  std::optional<TextEntry> entry;  // of the partner's name
  bool operator==(ImportPage const&) const = default;
};
struct PosterPage {
  std::optional<Language> second;
  bool operator==(PosterPage const&) const = default;
};

struct Programme {
  AgendaSpan span = AgendaSpan::Week;
  Date day{};                              // the Monday, or the first of the month, that is shown
  Date looked_at{};                        // the day in it that was meant
  std::vector<ProgrammeSession> sessions;  // of all days that are shown
  std::vector<Host> hosts;
  std::vector<std::string> rooms;  // that are known here
  std::optional<Date> opened_day;  // whose page lies below that of a session
  class Page : public std::variant<AgendaPage, DayPage, NewPage, CopyPage, SessionPage, ScopePage,
                                   ReasonPage, FormPage, TakeAwayPage, CalendarsPage, ImportPage,
                                   PosterPage> {
    INLOOP_COMPILED_ONCE(Page);
    bool operator==(Page const& other) const;
  };
  Page page;

  bool operator==(Programme const&) const = default;
};

// Requests.

// Answered by AgendaFound.
struct LoadAgenda {
  Days days;
  bool operator==(LoadAgenda const&) const = default;
};
// Answered by SessionFound or ProgrammeProblem::Gone.
struct LoadSession {
  SessionId session = 0;
  bool operator==(LoadSession const&) const = default;
};
// Answered by ProgrammeChange, ClashesFound or ProgrammeProblem.
struct Plan {
  Draft draft;
  OnClash on_clash = OnClash::Warn;
  bool operator==(Plan const&) const = default;
};
// These four are answered by ProgrammeChange or ProgrammeProblem.
struct RemoveSession {
  SessionId session = 0;
  Scope scope = Scope::ThisOne;
  bool operator==(RemoveSession const&) const = default;
};
struct CancelSession {
  SessionId session = 0;
  std::string reason;
  bool operator==(CancelSession const&) const = default;
};
struct CopyWeek {
  Date from{};
  Date to{};
  bool operator==(CopyWeek const&) const = default;
};
struct TakeInCalendar {
  CalendarProposal proposal;
  WhenGone when_gone = WhenGone::Keep;
  bool operator==(TakeInCalendar const&) const = default;
};
// Answered by CopyFound.
struct LoadCopy {
  Date from{};
  Date to{};
  bool operator==(LoadCopy const&) const = default;
};
// Answered by TakenBack or ProgrammeProblem.
struct TakeBackChange {
  ChangeId change = 0;
  bool operator==(TakeBackChange const&) const = default;
};
// Answered by CalendarsFound or StickTrouble.
struct FindCalendars {
  bool operator==(FindCalendars const&) const = default;
};
// Answered by CalendarRead, NotACalendar or StickTrouble.
struct ReadCalendar {
  std::string path;
  std::string organiser;  // empty: as the file calls itself
  bool operator==(ReadCalendar const&) const = default;
};
// These are answered by CalendarWritten or StickTrouble.
struct ExportCalendar {
  bool operator==(ExportCalendar const&) const = default;
};
struct PrintPoster {
  Date monday{};
  PosterPaper paper = PosterPaper::A4;
  std::vector<Language> languages;
  bool operator==(PrintPoster const&) const = default;
};

struct ProgrammeRequest {
  class What : public std::variant<LoadAgenda, LoadSession, Plan, RemoveSession, CancelSession,
                                   CopyWeek, TakeInCalendar, LoadCopy, TakeBackChange,
                                   FindCalendars, ReadCalendar, ExportCalendar, PrintPoster> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;
  LocalTime now;         // when it was asked: the past stays as it is
  HostPicture host = 0;  // who asked: for the audit trail

  bool operator==(ProgrammeRequest const&) const = default;
};

// Outcomes.

struct AgendaFound {
  std::vector<ProgrammeSession> sessions;
  std::vector<Host> hosts;
  std::vector<std::string> rooms;
  bool operator==(AgendaFound const&) const = default;
};
struct ClashesFound {
  std::vector<Clash> clashes;
  bool operator==(ClashesFound const&) const = default;
};
struct CopyFound {
  std::vector<Session> sessions;  // that would be put
  bool operator==(CopyFound const&) const = default;
};
struct TakenBack {
  bool operator==(TakenBack const&) const = default;
};
struct CalendarsFound {
  std::vector<OfferedFile> files;
  bool operator==(CalendarsFound const&) const = default;
};
struct CalendarRead {
  std::string path;
  CalendarProposal proposal;
  bool operator==(CalendarRead const&) const = default;
};
struct CalendarWritten {
  std::string name;
  bool operator==(CalendarWritten const&) const = default;
};
// What was meant to be a calendar file and is none.
struct NotACalendar {
  bool operator==(NotACalendar const&) const = default;
};

struct ProgrammeOutcome {
  class What : public std::variant<AgendaFound, SessionFound, ProgrammeChange, ProgrammeProblem,
                                   ClashesFound, CopyFound, TakenBack, CalendarsFound, CalendarRead,
                                   CalendarWritten, NotACalendar, StickTrouble> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(ProgrammeOutcome const&) const = default;
};

// The days that are shown: a week, or all weeks with a day of the month.
[[nodiscard]] Days shown_days(Programme const& place);

}  // namespace inloop::core::host::planning

namespace inloop::core::host {

using planning::Programme;
using planning::ProgrammeOutcome;
using planning::ProgrammeRequest;
using planning::ProgrammeScreen;
using planning::ProgrammeTap;

}  // namespace inloop::core::host
