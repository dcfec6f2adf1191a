#include "kiosk/store/the_day.h"

#include "kiosk/base/assert.h"
#include "kiosk/store/activities_table.h"
#include "kiosk/store/activity_limits.h"
#include "kiosk/store/periods_table.h"
#include "kiosk/store/store_impl.h"
#include "kiosk/store/the_day_table.h"

namespace inloop::store {
namespace {

std::int64_t people_here(core::Dayparts const& dayparts) {
  std::int64_t people = 0;
  for (auto const& daypart : dayparts) people += daypart.people - daypart.left;
  return people;
}

// What `change` does, in a transaction.
template <class Change>
Result<> note(Store& store, std::string_view what, Change const& change) {
  return store.impl().attempt(what, [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    change(database);
    transaction.commit();
    return {};
  });
}

core::Party with_one_less(core::Party party) {
  // A host counts by ones, and what was one too many was most likely a grown-up.
  if (party.adults > 0)
    --party.adults;
  else
    --party.children;
  return party;
}

}  // namespace

Result<core::TheDay> read_day(Store& store, core::Date date) {
  using Day = Result<core::TheDay>;
  return store.impl().attempt("reading the day", [&](SQLite::Database& database) -> Day {
    core::TheDay day{.date = date, .dayparts = dayparts_of(database, date), .sessions = {}};
    for (auto& session : sessions_between(database, date, date)) {
      auto const attendance = attendance_of(database, session.id);
      day.sessions.push_back({.session = std::move(session), .attendance = attendance});
    }
    return day;
  });
}

Result<Leaving> note_leaving(Store& store, core::LocalTime const& now) {
  return store.impl().attempt("noting a leaving", [&](auto& database) -> Result<Leaving> {
    WriteTransaction transaction(database);
    if (people_here(dayparts_of(database, now.date)) <= 0) return Leaving::NobodyWasInside;
    auto const daypart = core::daypart_at(now.minute_of_day);
    if (change_leavings(database, now.date, daypart, 1) == Found::No)
      return failure("nothing was changed");
    transaction.commit();
    return Leaving::Counted;
  });
}

Result<> note_host_today(Store& store, core::Date date,
                         std::optional<core::host::HostPicture> picture) {
  return note(store, "noting who hosts",
              [&](auto& database) { set_host_today(database, date, picture); });
}

Result<std::string> host_today(Store& store, core::Date date) {
  return store.impl().attempt("reading who hosts", [&](auto& database) -> Result<std::string> {
    return name_of_host_today(database, date);
  });
}

Result<> take_back_leaving(Store& store, core::LocalTime const& when) {
  return store.impl().attempt("taking a leaving back", [&](auto& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const daypart = core::daypart_at(when.minute_of_day);
    if (change_leavings(database, when.date, daypart, -1) == Found::No)
      return failure("nothing was changed");
    transaction.commit();
    return {};
  });
}

Result<std::optional<Correction>> take_one_out(Store& store, core::Date date,
                                               core::Daypart daypart) {
  using Kept = Result<std::optional<KeptVisit>>;
  auto const kept =
      store.impl().attempt("correcting a count", [&](SQLite::Database& database) -> Kept {
        return visit_to_correct(database, date, daypart);
      });
  if (!kept) return tl::unexpected(kept.error());
  if (!*kept) return std::nullopt;
  auto const& visit = (*kept)->visit;
  auto const less = with_one_less(visit.party);
  auto const changed = core::is_valid(less) ? store.amend_visit((*kept)->id, less, visit.first_time)
                                            : store.undo_visit((*kept)->id);
  if (!changed) return tl::unexpected(changed.error());
  return Correction{.visit = (*kept)->id, .before = visit};
}

Result<> put_back(Store& store, Correction const& correction) {
  auto const& before = correction.before;
  if (core::is_valid(with_one_less(before.party)))
    return store.amend_visit(correction.visit, before.party, before.first_time);
  auto const added = store.add_visit(before);
  if (!added) return tl::unexpected(added.error());
  return {};
}

Result<> note_opening(Store& store, core::Date date, core::Daypart daypart,
                      std::optional<core::Opening> opening) {
  return note(store, "noting an opening",
              [&](SQLite::Database& database) { set_opening(database, date, daypart, opening); });
}

Result<> note_volunteers(Store& store, core::Date date, core::Daypart daypart,
                         std::optional<int> volunteers) {
  INLOOP_ASSERT(!volunteers || (*volunteers >= 0 && *volunteers <= core::most_volunteers));
  return note(store, "noting volunteers", [&](SQLite::Database& database) {
    set_volunteers(database, date, daypart, volunteers);
  });
}

Result<> note_attendance(Store& store, core::SessionId session, std::optional<int> people) {
  return store.impl().attempt("noting attendance", [&](SQLite::Database& database) -> Result<> {
    if (people)
      if (auto const good = check_attendance(*people); !good) return good;
    WriteTransaction transaction(database);
    if (set_attendance(database, session, people) == Found::No)
      return failure("there is no planned session {}", session);
    transaction.commit();
    return {};
  });
}

Result<Delivery> delivery(Store& store) {
  return store.impl().attempt("reading the delivery", [](auto& database) -> Result<Delivery> {
    return Delivery{.oldest_unsent = oldest_unsent(database),
                    .last_receipt = last_receipt(database)};
  });
}

}  // namespace inloop::store
