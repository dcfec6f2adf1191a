#include <chrono>

#include "kiosk/base/assert.h"
#include "kiosk/store/activities_table.h"
#include "kiosk/store/activity_limits.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

Result<> planned_or_words(Found found, core::SessionId session) {
  if (found == Found::No) return failure("there is no planned session {}", session);
  return {};
}

}  // namespace

Result<core::ActivityId> Store::add_activity(core::Activity const& activity) {
  using Added = Result<core::ActivityId>;
  return m_impl->attempt("adding an activity", [&](SQLite::Database& database) -> Added {
    if (auto const good = check_activity(activity); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    if (count_activities(database) >= most_activities)
      return failure("there are {} activities already", most_activities);
    auto const id = insert_activity(database, activity);
    transaction.commit();
    return id;
  });
}

Result<std::vector<KnownActivity>> Store::activities() {
  using Activities = Result<std::vector<KnownActivity>>;
  return m_impl->attempt("listing activities", [](SQLite::Database& database) -> Activities {
    return all_activities(database);
  });
}

Result<core::SessionId> Store::add_session(core::ActivityId activity, core::LocalTime const& start,
                                           int minutes) {
  using Added = Result<core::SessionId>;
  return m_impl->attempt("adding a session", [&](SQLite::Database& database) -> Added {
    if (auto const good = check_times(start, minutes); !good) return tl::unexpected(good.error());
    WriteTransaction transaction(database);
    auto const id = insert_session(database, activity, start, minutes);
    transaction.commit();
    return id;
  });
}

Result<> Store::cancel_session(core::SessionId session, std::string const& reason) {
  return m_impl->attempt("cancelling a session", [&](SQLite::Database& database) -> Result<> {
    if (auto const good = check_reason(reason); !good) return good;
    WriteTransaction transaction(database);
    auto const found = cancel_planned(database, session, reason);
    transaction.commit();
    return planned_or_words(found, session);
  });
}

Result<> Store::note_attendance(core::SessionId session, int people) {
  return m_impl->attempt("noting attendance", [&](SQLite::Database& database) -> Result<> {
    if (auto const good = check_attendance(people); !good) return good;
    WriteTransaction transaction(database);
    auto const found = update_attendance(database, session, people);
    transaction.commit();
    return planned_or_words(found, session);
  });
}

Result<std::vector<core::Session>> Store::agenda(core::Date from, int days) {
  using Sessions = Result<std::vector<core::Session>>;
  INLOOP_ASSERT(days >= 1 && days <= most_agenda_days);
  return m_impl->attempt("reading the agenda", [&](SQLite::Database& database) -> Sessions {
    auto const last = core::Date(std::chrono::sys_days(from) + std::chrono::days{days - 1});
    return sessions_between(database, from, last);
  });
}

}  // namespace inloop::store
