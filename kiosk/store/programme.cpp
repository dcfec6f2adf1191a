#include "kiosk/store/programme.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"
#include "kiosk/store/activities_table.h"
#include "kiosk/store/activity_limits.h"
#include "kiosk/store/programme_plan.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

using core::ProgrammeChange;
using core::ProgrammeProblem;
using Changed = ProgrammeResult<ProgrammeChange>;

constexpr int days_a_week = 7;

int slots_in(SQLite::Database& database, std::optional<core::SeriesId> series) {
  if (!series) return 1;
  auto const row = series_row(database, *series);
  return row ? row->series.slots : 1;
}

core::ProgrammeSession programme_session(SQLite::Database& database, core::Session session,
                                         SessionRow const& row) {
  return {.session = std::move(session),
          .activity = row.activity,
          .series = row.series,
          .original = row.original,
          .lead = row.lead,
          .slots = slots_in(database, row.series)};
}

// One session alone needs no series.
bool stands_alone(core::Series const& series) {
  auto const* const recurrence = std::get_if<core::Recurrence>(&series.rule);
  return recurrence != nullptr && recurrence->repeat == core::Repeat::Once && series.slots == 1;
}

void plan_alone(ProgrammeLog& log, SQLite::Database& database, core::Series const& series) {
  log.add({.activity = activity_with(database, series.activity, series.first),
           .start = series.first,
           .minutes = series.minutes,
           .reason = "",
           .series = std::nullopt,
           .original = series.first,
           .lead = series.lead});
}

void plan_series(ProgrammeLog& log, SQLite::Database& database, core::Series const& series,
                 core::Date horizon, std::vector<Slot> const& slots) {
  SeriesRow row{.activity = insert_activity(database, series.activity),
                .series = series,
                .planned_until = horizon};
  row.id = log.add(row);
  for (auto const& slot : slots) log.add(session_of_series(row, slot.start));
}

// Whether a series has, or will have, what it means to have on that day.
bool series_takes_care(SQLite::Database& database, SessionRow const& row, core::Date date) {
  if (!row.series) return false;
  auto const series = series_row(database, *row.series);
  if (!series) return false;
  auto const* const own = std::get_if<core::Recurrence>(&series->series.rule);
  if (own != nullptr && own->repeat == core::Repeat::Once) return false;
  return own == nullptr || !own->last || *own->last >= date;
}

}  // namespace

Programme::Programme(Store& store, Occurrences occurrences)
    : m_store(store), m_occurrences(std::move(occurrences)) {}

Result<std::vector<core::ProgrammeSession>> Programme::sessions(core::Days const& days) {
  using Sessions = Result<std::vector<core::ProgrammeSession>>;
  return m_store.impl().attempt("reading the programme", [&](SQLite::Database& database) {
    auto sessions = sessions_between(database, days.first, days.last);
    auto const rows = session_rows_between(database, days);
    INLOOP_ASSERT(sessions.size() == rows.size());
    std::vector<core::ProgrammeSession> all;
    for (std::size_t i = 0; i < rows.size(); ++i)
      all.push_back(programme_session(database, std::move(sessions[i]), rows[i]));
    return Sessions(std::move(all));
  });
}

Result<std::optional<core::ProgrammeSession>> Programme::session(core::SessionId id) {
  using Found = Result<std::optional<core::ProgrammeSession>>;
  return m_store.impl().attempt("reading a session", [&](SQLite::Database& database) -> Found {
    auto session = session_of(database, id);
    auto const row = session_row(database, id);
    if (!session || !row) return std::optional<core::ProgrammeSession>();
    return programme_session(database, std::move(*session), *row);
  });
}

Result<std::optional<core::KnownSeries>> Programme::series(core::SeriesId id) {
  using Found = Result<std::optional<core::KnownSeries>>;
  return m_store.impl().attempt("reading a series", [&](SQLite::Database& database) -> Found {
    auto row = series_row(database, id);
    if (!row) return std::optional<core::KnownSeries>();
    return core::KnownSeries{row->id, std::move(row->series)};
  });
}

Result<std::vector<core::KnownSeries>> Programme::series_from(core::Date date) {
  using All = Result<std::vector<core::KnownSeries>>;
  return m_store.impl().attempt("listing series", [&](SQLite::Database& database) -> All {
    std::vector<core::KnownSeries> all;
    for (auto& row : inloop::store::series_from(database, date))
      all.push_back({row.id, std::move(row.series)});
    return all;
  });
}

Changed Programme::add(core::Series const& series, core::LocalTime const& now) {
  return m_store.impl().attempt("planning", [&](SQLite::Database& database) -> Changed {
    if (auto const good = check_series(series); !good) return tl::unexpected(good.error());
    auto const days = up_to_horizon(series.first.date, now.date);
    auto slots = slots_of(m_occurrences, series, days);
    if (!slots) return tl::unexpected(slots.error());
    drop_begun(*slots, now);
    if (slots->empty()) return ProgrammeProblem::NoDates;
    WriteTransaction transaction(database);
    if (slots->size() > core::most_sessions_in_series || !has_room_for(database, 1))
      return ProgrammeProblem::TooMany;
    ProgrammeLog log(database, "");
    if (stands_alone(series))
      plan_alone(log, database, series);
    else
      plan_series(log, database, series, days.last, *slots);
    transaction.commit();
    return log.summary();
  });
}

Changed Programme::copy_week(core::Date from, core::Date to, core::LocalTime const& now) {
  auto const shift = std::chrono::sys_days(to) - std::chrono::sys_days(from);
  auto const last = core::Date(std::chrono::sys_days(from) + std::chrono::days{days_a_week - 1});
  return m_store.impl().attempt("copying a week", [&](SQLite::Database& database) -> Changed {
    WriteTransaction transaction(database);
    ProgrammeLog log(database, "");
    for (auto row : session_rows_between(database, {from, last})) {
      core::LocalTime const start{core::Date(std::chrono::sys_days(row.start.date) + shift),
                                  row.start.minute_of_day};
      bool const is_wanted = row.state == core::SessionState::Planned && !has_begun(start, now) &&
                             !is_occupied(database, row.activity, start, 0) &&
                             !series_takes_care(database, row, start.date);
      if (!is_wanted) continue;
      row.id = 0;
      row.series.reset();
      row.start = row.original = start;
      log.add(row);
    }
    if (log.summary().added == 0) return ProgrammeProblem::NoDates;
    transaction.commit();
    return log.summary();
  });
}

ProgrammeResult<std::monostate> Programme::take_back(core::ChangeId change,
                                                     std::string const& reason) {
  using Done = ProgrammeResult<std::monostate>;
  return m_store.impl().attempt("taking a change back", [&](SQLite::Database& database) -> Done {
    if (auto const good = check_reason(reason); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    if (change == 0 || last_change(database) != change) return ProgrammeProblem::ChangedSince;
    restore_before(database, reason);
    transaction.commit();
    return std::monostate{};
  });
}

Result<> Programme::extend(core::Date today) {
  return m_store.impl().attempt("extending series", [&](SQLite::Database& database) -> Result<> {
    auto const horizon = up_to_horizon(today, today).last;
    auto const due = series_to_extend(database, horizon);
    if (due.empty()) return {};
    WriteTransaction transaction(database);
    for (auto row : due) {
      auto const from = std::max(day_after(row.planned_until), today);
      auto const slots = slots_of(m_occurrences, row.series, {from, horizon});
      // One series that cannot be worked out leaves the others their sessions.
      if (!slots) log::warn("series {} is not extended: {}", row.id, slots.error().what);
      for (auto const& slot : slots.value_or(std::vector<Slot>()))
        if (!is_occupied(database, row.activity, slot.start, 0))
          inloop::store::insert_session(database, session_of_series(row, slot.start));
      auto const* const own = std::get_if<core::Recurrence>(&row.series.rule);
      bool const has_ended = own != nullptr && own->last && *own->last <= horizon;
      row.planned_until = has_ended ? planned_to_its_end : horizon;
      write_series(database, row);
    }
    if (count_activities(database) > most_activities / 2) delete_unused_activities(database);
    transaction.commit();
    return {};
  });
}

}  // namespace inloop::store
