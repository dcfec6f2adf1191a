#pragma once
// What is planned: series and the sessions that come of them, up to a horizon. Each change is one
// transaction and can be taken back once, until the next. What has begun never changes, and a
// session that somebody signed up for is cancelled with a reason rather than taken out. Store
// thread.

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/calendar_file.h"
#include "kiosk/core/series.h"

namespace inloop::store {

class Store;

// When a series is, on these days: in order, each once, slots as the one start of the first. The
// rules of calendars are not the store's, so it is handed them (kiosk/calendar/occurrences.h).
using Occurrences =
    std::function<Result<std::vector<core::LocalTime>>(core::Series const&, core::Days const&)>;

// What was asked for, or why it cannot be; a failing store is neither.
template <class Value>
using ProgrammeResult = Result<std::variant<Value, core::ProgrammeProblem>>;

// Ten years of a busy place. A partner's file that brings more is refused whole.
inline constexpr std::size_t most_series = 20'000;

class Programme {
 public:
  // The store outlives it.
  Programme(Store& store, Occurrences occurrences);

  // The sessions that begin on these days, in order of time; at most core::most_sessions_in_agenda.
  [[nodiscard]] Result<std::vector<core::ProgrammeSession>> sessions(core::Days const& days);
  [[nodiscard]] Result<std::optional<core::ProgrammeSession>> session(core::SessionId id);
  [[nodiscard]] Result<std::optional<core::KnownSeries>> series(core::SeriesId id);
  // Those with a session on or after that day.
  [[nodiscard]] Result<std::vector<core::KnownSeries>> series_from(core::Date date);

  // Plans it from `now` on, up to the horizon.
  [[nodiscard]] ProgrammeResult<core::ProgrammeChange> add(core::Series const& series,
                                                           core::LocalTime const& now);

  // Makes one session, or it and all after it, or all that have not begun, as `wanted` says, whose
  // `first` is the new start of this session. A session of the new rule on a date that had one
  // keeps its sign-ups, and what was changed of it alone. ThisOne ignores the rule.
  [[nodiscard]] ProgrammeResult<core::ProgrammeChange> change(core::SessionId session,
                                                              core::Scope scope,
                                                              core::Series const& wanted,
                                                              std::string const& reason,
                                                              core::LocalTime const& now);

  // Takes it out of the agenda, as if it had never been planned. To call off a session that people
  // count on, cancel it instead (Store::cancel_session).
  [[nodiscard]] ProgrammeResult<core::ProgrammeChange> remove(core::SessionId session,
                                                              core::Scope scope,
                                                              std::string const& reason,
                                                              core::LocalTime const& now);

  // Cancels a planned session that has not ended; unlike Store's it can be taken back.
  [[nodiscard]] ProgrammeResult<core::ProgrammeChange> cancel(core::SessionId session,
                                                              std::string const& reason,
                                                              core::LocalTime const& now);

  // Plans again, in the week of the Monday `to`, what was planned in that of `from`, where it is
  // not there already and no series takes care of it.
  [[nodiscard]] ProgrammeResult<core::ProgrammeChange> copy_week(core::Date from, core::Date to,
                                                                 core::LocalTime const& now);

  // Sessions that would be in the same room, or have the same host, at the same time as one of
  // `wanted`, but for those of `session` in that scope, which would go. The living room itself is
  // shared, so a room without a name clashes with nothing.
  [[nodiscard]] Result<std::vector<core::Clash>> clashes(
      core::Series const& wanted, core::LocalTime const& now,
      std::optional<core::SessionId> session = std::nullopt,
      core::Scope scope = core::Scope::ThisOne);

  // What taking in a partner's file would do; it changes nothing.
  [[nodiscard]] Result<core::CalendarProposal> propose(core::CalendarFile const& file,
                                                       std::string const& organiser,
                                                       core::LocalTime const& now);
  // All of it or nothing.
  [[nodiscard]] ProgrammeResult<core::ProgrammeChange> take_in(
      core::CalendarProposal const& proposal, core::WhenGone when_gone, std::string const& reason,
      core::LocalTime const& now);

  // Puts everything back as it was before that change, if nothing was changed since. Sessions that
  // somebody signed up for meanwhile are cancelled instead of taken out.
  [[nodiscard]] ProgrammeResult<std::monostate> take_back(core::ChangeId change,
                                                          std::string const& reason);

  // Adds the sessions that have come within the horizon, and forgets activities that nothing uses.
  [[nodiscard]] Result<> extend(core::Date today);

 private:
  Store& m_store;
  Occurrences m_occurrences;
};

}  // namespace inloop::store
