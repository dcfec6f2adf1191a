#pragma once
// What a host is planning or changing, before it is saved: one value with a line for each thing
// that can be chosen, what the taps do to it, and what is still wrong with it. Pure.

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/series.h"

namespace inloop::core::host::planning {

// What can be chosen. The last five stand behind "Repeat" and "Room", not on the form itself.
enum class FormLine {
  Title,
  Picture,
  When,
  Repeat,
  Places,
  SignUp,
  Room,
  Lead,
  Kind,
  Slots,
  Link,
  Weekdays,
  Until,
  Holidays,
  LeftOut,
  NewRoom,
};

struct Draft {
  Series series;
  std::optional<SessionId> session;  // of which something is changed; absent: all of it is new
  Scope scope = Scope::All;

  [[nodiscard]] Recurrence const* recurrence() const {
    return std::get_if<Recurrence>(&series.rule);
  }
  bool operator==(Draft const&) const = default;
};

// A quarter of an hour is as fine as a living room plans.
inline constexpr int step_minutes = 15;
inline constexpr int longest_minutes = 8 * 60;
inline constexpr int most_places_by_tap = 30;
inline constexpr std::size_t most_coming_dates = 24;

// What taps do to it.
struct SetPicture {
  std::string picture;
  bool operator==(SetPicture const&) const = default;
};
struct SetKind {
  ActivityKind kind = ActivityKind::Meeting;
  bool operator==(SetKind const&) const = default;
};
struct StepDay {
  int days = 1;
  bool operator==(StepDay const&) const = default;
};
struct StepTime {
  int minutes = step_minutes;
  bool operator==(StepTime const&) const = default;
};
struct StepLength {
  int minutes = step_minutes;
  bool operator==(StepLength const&) const = default;
};
struct SetRepeat {
  Repeat repeat = Repeat::Once;
  int interval_weeks = 1;
  bool operator==(SetRepeat const&) const = default;
};
struct ToggleWeekday {
  unsigned iso_day = 1;  // Monday is 1
  bool operator==(ToggleWeekday const&) const = default;
};
struct StepUntil {
  int days = 7;
  bool operator==(StepUntil const&) const = default;
};
struct SetOpenEnd {
  bool operator==(SetOpenEnd const&) const = default;
};
struct SetHolidays {
  OnHolidays on_holidays = OnHolidays::Meet;
  bool operator==(SetHolidays const&) const = default;
};
struct ToggleLeftOut {
  Date date{};
  bool operator==(ToggleLeftOut const&) const = default;
};
struct SetPlaces {
  std::optional<int> places;
  bool operator==(SetPlaces const&) const = default;
};
struct StepPlaces {
  int places = 1;
  bool operator==(StepPlaces const&) const = default;
};
struct SetSignUp {
  SignUpMode sign_up = SignUpMode::Open;
  bool operator==(SetSignUp const&) const = default;
};
struct SetRoom {
  std::string room;  // empty: the living room
  bool operator==(SetRoom const&) const = default;
};
struct SetLead {
  std::optional<int> lead;
  bool operator==(SetLead const&) const = default;
};
struct SetSlots {
  int slots = 1;
  bool operator==(SetSlots const&) const = default;
};

using Edit = std::variant<SetPicture, SetKind, StepDay, StepTime, StepLength, SetRepeat,
                          ToggleWeekday, StepUntil, SetOpenEnd, SetHolidays, ToggleLeftOut,
                          SetPlaces, StepPlaces, SetSignUp, SetRoom, SetLead, SetSlots>;

// The draft after the tap; as it was where that is not possible. Nothing begins before `today`.
[[nodiscard]] Draft edited(Draft draft, Edit const& edit, Date today);

// Whether it is done with this one choice, so that the form comes back by itself.
[[nodiscard]] bool is_done_with(Edit const& edit);

// Behind which line this one stands; nothing for a line of the form.
[[nodiscard]] std::optional<FormLine> parent_of(FormLine line);

// The lines of the form, for what is planned so far.
[[nodiscard]] std::vector<FormLine> lines_of(Draft const& draft);

// Where a draft starts from. `day` is what the host looked at; nothing begins in the past.
[[nodiscard]] Draft draft_from(ActivityTemplate const& from, Date day, LocalTime const& now);
[[nodiscard]] Draft empty_draft(Date day, LocalTime const& now);
// A werktafel: slots, each for one token, under a name that tells passers-by nothing.
[[nodiscard]] Draft slots_draft(Date day, LocalTime const& now);
// The session as it is; `series` is absent where it stands alone.
[[nodiscard]] Draft draft_of(ProgrammeSession const& session,
                             std::optional<KnownSeries> const& series, Scope scope);

// Why it cannot be saved yet, and at which line that has to be said.
enum class DraftProblem {
  NoTitle,
  InThePast,
  NoWeekday,
  EndsTooEarly,
  BadLink,
  PastMidnight,
  Private,  // a number or an address of somebody
};

struct LineProblem {
  FormLine line = FormLine::Title;
  DraftProblem problem = DraftProblem::NoTitle;

  bool operator==(LineProblem const&) const = default;
};

[[nodiscard]] std::vector<LineProblem> problems_of(Draft const& draft, LocalTime const& now);

// The dates of a rule that a host chose, from its first one on, those that are left out too: to
// choose from. What really gets planned is for kiosk/calendar to say.
[[nodiscard]] std::vector<Date> coming_dates(Recurrence const& recurrence, Date first,
                                             std::size_t most);

[[nodiscard]] Date plus_days(Date date, int days);
[[nodiscard]] Date monday_of(Date date);
[[nodiscard]] int days_between(Date from, Date to);

}  // namespace inloop::core::host::planning
