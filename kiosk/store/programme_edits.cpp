#include <algorithm>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/activity_limits.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/programme_part.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

using core::ProgrammeProblem;
using core::Scope;
using Changed = ProgrammeResult<core::ProgrammeChange>;

// One session becomes what the host wants of it; its series, if any, stays as it is.
Changed change_alone(SQLite::Database& database, ProgrammeLog& log, Part const& part,
                     core::Series const& wanted, core::LocalTime const& now) {
  if (has_begun(wanted.first, now)) return ProgrammeProblem::Started;
  auto row = part.session;
  bool const is_same_activity = activity_of(database, row.activity) == wanted.activity;
  if (!is_same_activity) row.activity = activity_with(database, wanted.activity, wanted.first);
  row.start = wanted.first;
  if (!row.series) row.original = row.start;
  row.minutes = wanted.minutes;
  row.lead = wanted.lead;
  if (is_occupied(database, row.activity, row.start, row.id)) return ProgrammeProblem::Occupied;
  log.change(row);
  return log.summary();
}

// The series itself goes on where nothing of it is outside the part; else it ends, and another
// begins.
void put_into_series(SQLite::Database& database, ProgrammeLog& log, PartEdit& edit) {
  auto const& old = edit.part.series;
  auto& to = edit.to;
  bool const has_same_activity = old && old->series.activity == to.series.activity;
  to.activity = has_same_activity ? old->activity : insert_activity(database, to.series.activity);
  if (old && edit.part.is_whole) {
    to.id = old->id;
    log.change(to);
    return;
  }
  if (old) end_series(log, *old, edit.part.from);
  to.id = log.add(to);
}

bool is_for_one(Part const& part, Scope scope, core::Series const& wanted) {
  auto const* const rule = std::get_if<core::Recurrence>(&wanted.rule);
  bool const is_once = rule != nullptr && rule->repeat == core::Repeat::Once;
  return scope == Scope::ThisOne || (!part.series && is_once && wanted.slots == 1);
}

// Leaves the date of a session out of its rule, so that nothing brings it back. A slot is kept out
// by being known and not there.
void leave_out(ProgrammeLog& log, Part const& part) {
  if (!part.series || part.series->series.slots > 1) return;
  auto row = *part.series;
  auto* const own = std::get_if<core::Recurrence>(&row.series.rule);
  if (own == nullptr || own->left_out.size() >= core::most_left_out) return;
  *own = core::leaving_out(*own, part.session.original.date);
  log.change(row);
}

// The slots that the part will have, and those that its old rule gives it.
Result<> work_out(Occurrences const& occurrences, PartEdit& edit, core::LocalTime const& now) {
  auto const days = up_to_horizon(edit.to.series.first.date, now.date);
  auto slots = slots_of(occurrences, edit.to.series, days);
  if (!slots) return tl::unexpected(slots.error());
  drop_begun(*slots, now);
  edit.slots = std::move(*slots);
  edit.to.planned_until = days.last;
  if (!edit.part.series) return {};
  auto const until = std::min(edit.part.series->planned_until, days.last);
  auto known = slots_of(occurrences, edit.part.series->series, {edit.part.from, until});
  if (!known) return tl::unexpected(known.error());
  edit.known = std::move(*known);
  return {};
}

}  // namespace

Changed Programme::change(core::SessionId session, Scope scope, core::Series const& wanted,
                          std::string const& reason, core::LocalTime const& now) {
  auto const work = [&](SQLite::Database& database) -> Changed {
    if (auto const good = check_series(wanted); !good) return tl::unexpected(good.error());
    if (auto const good = check_reason(reason); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    auto const found = part_of(database, session, scope, now);
    if (auto const* const problem = std::get_if<ProgrammeProblem>(&found)) return *problem;
    PartEdit edit{.part = std::get<Part>(found), .moved_to = wanted.first.date};
    ProgrammeLog log(database, reason);
    if (is_for_one(edit.part, scope, wanted)) {
      auto changed = change_alone(database, log, edit.part, wanted, now);
      if (changed && std::holds_alternative<core::ProgrammeChange>(*changed)) transaction.commit();
      return changed;
    }
    if (edit.part.is_partners()) return ProgrammeProblem::OfPartner;
    edit.to.series = wanted;
    edit.to.series.first.date = first_day_of(edit.part, scope, wanted);
    if (auto const worked = work_out(m_occurrences, edit, now); !worked)
      return tl::unexpected(worked.error());
    if (edit.slots.empty()) return ProgrammeProblem::NoDates;
    if (edit.slots.size() > core::most_sessions_in_series || !has_room_for(database, 1))
      return ProgrammeProblem::TooMany;
    put_into_series(database, log, edit);
    if (!refill(database, log, edit)) return ProgrammeProblem::Occupied;
    transaction.commit();
    return log.summary();
  };
  return m_store.impl().attempt("changing the programme", work);
}

Changed Programme::remove(core::SessionId session, Scope scope, std::string const& reason,
                          core::LocalTime const& now) {
  return m_store.impl().attempt("taking sessions out", [&](SQLite::Database& database) -> Changed {
    if (auto const good = check_reason(reason); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    auto const found = part_of(database, session, scope, now);
    if (auto const* const problem = std::get_if<ProgrammeProblem>(&found)) return *problem;
    auto const& part = std::get<Part>(found);
    ProgrammeLog log(database, reason);
    if (scope == Scope::ThisOne && part.is_partners()) {
      // Taken out, the next file of the partner would bring it back.
      log.cancel(part.session);
    } else {
      if (scope == Scope::ThisOne) leave_out(log, part);
      for (auto const& row : part.meant) log.remove(row);
      if (scope != Scope::ThisOne && part.series) {
        if (part.is_whole)
          log.remove_series(part.series->id);
        else
          end_series(log, *part.series, part.from);
      }
    }
    transaction.commit();
    return log.summary();
  });
}

Changed Programme::cancel(core::SessionId session, std::string const& reason,
                          core::LocalTime const& now) {
  return m_store.impl().attempt("cancelling a session", [&](SQLite::Database& database) -> Changed {
    if (auto const good = check_reason(reason); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    auto const row = session_row(database, session);
    if (!row || row->state == core::SessionState::Cancelled) return ProgrammeProblem::Gone;
    if (row->start.date < now.date) return ProgrammeProblem::Started;
    ProgrammeLog log(database, reason);
    log.cancel(*row);
    transaction.commit();
    return log.summary();
  });
}

}  // namespace inloop::store
