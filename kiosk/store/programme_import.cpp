#include <algorithm>
#include <map>
#include <set>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/activity_limits.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/programme_plan.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

using core::CalendarEvent;
using core::CalendarSession;
using core::ProgrammeProblem;
using Changed = ProgrammeResult<core::ProgrammeChange>;

std::map<std::string, SeriesRow> by_uid(std::vector<SeriesRow> rows) {
  std::map<std::string, SeriesRow> known;
  for (auto& row : rows) known.emplace(row.series.uid, std::move(row));
  return known;
}

// An event as the series of this partner. What the host chose about how people take part stays.
core::Series series_of(CalendarEvent const& event, std::string const& organiser,
                       SeriesRow const* known) {
  auto series = event.series;
  series.activity.organiser = organiser;
  if (known == nullptr) return series;
  auto const& before = known->series.activity;
  series.activity.picture = before.picture;
  series.activity.kind = before.kind;
  series.activity.sign_up = before.sign_up;
  series.activity.capacity = before.capacity;
  series.lead = known->series.lead;
  return series;
}

// Nobody counted on what was never in the agenda.
bool is_all_cancelled(CalendarEvent const& event) {
  return std::ranges::all_of(event.sessions, [](CalendarSession const& session) {
    return session.state == core::SessionState::Cancelled;
  });
}

bool has_ahead(SQLite::Database& database, core::SeriesId series, core::LocalTime const& now) {
  return std::ranges::any_of(sessions_of_series(database, series),
                             [&](SessionRow const& row) { return !has_begun(row.start, now); });
}

class Intake {
 public:
  Intake(SQLite::Database& database, ProgrammeLog& log, core::LocalTime const& now)
      : m_database(database), m_log(log), m_now(now) {}

  void add(core::Series const& series, CalendarEvent const& event) {
    SeriesRow row{.activity = insert_activity(m_database, series.activity),
                  .series = series,
                  .fingerprint = event.fingerprint,
                  .planned_until = horizon()};
    row.id = m_log.add(row);
    for (auto const& session : event.sessions) add_session(row, session);
  }

  // False where two sessions would be at the same time.
  [[nodiscard]] bool change(SeriesRow const& known, core::Series const& series,
                            CalendarEvent const& event) {
    SeriesRow row{.id = known.id,
                  .activity = known.activity,
                  .series = series,
                  .fingerprint = event.fingerprint,
                  .planned_until = horizon()};
    if (known.series.activity != series.activity)
      row.activity = insert_activity(m_database, series.activity);
    m_log.change(row);
    auto ahead = sessions_of_series(m_database, known.id);
    std::erase_if(ahead, [&](SessionRow const& old) { return has_begun(old.start, m_now); });
    m_log.park(ahead);
    std::vector<CalendarSession const*> fresh;
    for (auto const& session : event.sessions) {
      auto const old = std::ranges::find(ahead, session.original, &SessionRow::original);
      if (old == ahead.end()) {
        fresh.push_back(&session);
        continue;
      }
      auto changed = session_row_of(row, session);
      changed.id = old->id;
      // What was cancelled here stays cancelled.
      if (old->state == core::SessionState::Cancelled) {
        changed.state = old->state;
        changed.reason = old->reason;
      }
      if (is_occupied(m_database, changed.activity, changed.start, changed.id)) return false;
      m_log.change(changed);
      ahead.erase(old);
    }
    for (auto const& old : ahead) m_log.remove(old);
    for (auto const* const session : fresh) add_session(row, *session);
    return true;
  }

  void take_out(SeriesRow const& known) {
    auto all = sessions_of_series(m_database, known.id);
    auto const in_all = all.size();
    std::erase_if(all, [&](SessionRow const& old) { return has_begun(old.start, m_now); });
    for (auto const& old : all) m_log.remove(old);
    if (all.size() == in_all) return m_log.remove_series(known.id);
    // What was goes on to be the partner's, but no file speaks of it any more.
    auto row = known;
    row.series.uid.clear();
    row.series.rule = core::Recurrence{};
    row.planned_until = planned_to_its_end;
    m_log.change(row);
  }

 private:
  [[nodiscard]] core::Date horizon() const { return up_to_horizon(m_now.date, m_now.date).last; }

  [[nodiscard]] SessionRow session_row_of(SeriesRow const& series, CalendarSession const& session) {
    auto row = session_of_series(series, session.start);
    row.original = session.original;
    row.minutes = session.minutes;
    row.state = session.state;
    auto activity = series.series.activity;
    if (!session.title.empty()) activity.title = session.title;
    if (!session.room.empty()) activity.room = session.room;
    if (activity != series.series.activity)
      row.activity = activity_with(m_database, activity, session.start);
    return row;
  }

  void add_session(SeriesRow const& series, CalendarSession const& session) {
    if (has_begun(session.start, m_now)) return;
    auto const row = session_row_of(series, session);
    if (!is_occupied(m_database, row.activity, row.start, 0)) m_log.add(row);
  }

  SQLite::Database& m_database;
  ProgrammeLog& m_log;
  core::LocalTime m_now;
};

// What no reader of calendars should have let through.
Result<> check_event(CalendarEvent const& event, std::string const& organiser) {
  if (event.series.uid.empty()) return failure("an event has no uid");
  if (auto const good = check_series(series_of(event, organiser, nullptr)); !good) return good;
  for (auto const& session : event.sessions) {
    if (auto const good = check_times(session.start, session.minutes); !good) return good;
    if (auto const good = check_times(session.original, session.minutes); !good) return good;
    auto activity = event.series.activity;
    if (!session.title.empty()) activity.title = session.title;
    if (!session.room.empty()) activity.room = session.room;
    if (auto const good = check_activity(activity); !good) return good;
  }
  return {};
}

Result<> check(core::CalendarProposal const& proposal) {
  if (proposal.organiser.empty()) return failure("a partner has a name");
  for (auto const* const events : {&proposal.added, &proposal.changed})
    for (auto const& event : *events)
      if (auto const good = check_event(event, proposal.organiser); !good) return good;
  return {};
}

}  // namespace

Result<core::CalendarProposal> Programme::propose(core::CalendarFile const& file,
                                                  std::string const& organiser,
                                                  core::LocalTime const& now) {
  using Proposed = Result<core::CalendarProposal>;
  auto const work = [&](SQLite::Database& database) -> Proposed {
    auto known = by_uid(series_of_organiser(database, organiser));
    core::CalendarProposal proposal{.organiser = organiser,
                                    .added = {},
                                    .changed = {},
                                    .unchanged = 0,
                                    .gone = {},
                                    .refused = file.refused,
                                    .past = file.past};
    for (auto const& event : file.events) {
      auto const found = known.find(event.series.uid);
      if (found == known.end()) {
        if (!is_all_cancelled(event)) proposal.added.push_back(event);
        continue;
      }
      if (found->second.fingerprint == event.fingerprint)
        ++proposal.unchanged;
      else
        proposal.changed.push_back(event);
      known.erase(found);
    }
    for (auto& [uid, row] : known)
      if (has_ahead(database, row.id, now))
        proposal.gone.push_back({row.id, std::move(row.series)});
    return proposal;
  };
  return m_store.impl().attempt("comparing a calendar", work);
}

Changed Programme::take_in(core::CalendarProposal const& proposal, core::WhenGone when_gone,
                           std::string const& reason, core::LocalTime const& now) {
  return m_store.impl().attempt("taking in a calendar", [&](SQLite::Database& database) -> Changed {
    if (auto const good = check_reason(reason); !good) return tl::unexpected(good.error());
    if (auto const good = check(proposal); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    if (!has_room_for(database, proposal.added.size())) return ProgrammeProblem::TooMany;
    // Compared anew: between the preview and now the agenda may have changed.
    auto const known = by_uid(series_of_organiser(database, proposal.organiser));
    ProgrammeLog log(database, reason);
    Intake intake(database, log, now);
    for (auto const* const events : {&proposal.added, &proposal.changed}) {
      for (auto const& event : *events) {
        auto const found = known.find(event.series.uid);
        auto const* const before = found == known.end() ? nullptr : &found->second;
        auto const series = series_of(event, proposal.organiser, before);
        if (before == nullptr)
          intake.add(series, event);
        else if (!intake.change(*before, series, event))
          return ProgrammeProblem::Occupied;
      }
    }
    if (when_gone == core::WhenGone::TakeOut)
      for (auto const& gone : proposal.gone)
        if (auto const found = known.find(gone.series.uid); found != known.end())
          intake.take_out(found->second);
    transaction.commit();
    return log.summary();
  });
}

}  // namespace inloop::store
