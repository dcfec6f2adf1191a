#include <algorithm>
#include <chrono>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/activities_table.h"
#include "kiosk/store/column_text.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/programme_part.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

// From the beginning of a session to its end, in minutes since a day long ago.
struct Span {
  std::int64_t from = 0;
  std::int64_t until = 0;
};

Span span_of(core::LocalTime const& start, int minutes) {
  constexpr std::int64_t minutes_a_day = 24 * 60;
  auto const day = std::chrono::sys_days(start.date).time_since_epoch().count();
  auto const from = std::int64_t{day} * minutes_a_day + start.minute_of_day;
  return {from, from + minutes};
}

bool overlap(Span const& one, Span const& other) {
  return one.from < other.until && other.from < one.until;
}

// A planned session that is in the way if it is at the same time.
struct Rival {
  core::SessionId id = 0;
  Span span;
  bool has_same_room = false;
  bool has_same_lead = false;
};

std::vector<Rival> rivals_of(SQLite::Database& database, core::Series const& wanted,
                             core::Days const& days) {
  SQLite::Statement statement(database, R"sql(
    SELECT session.id, date, minute, minutes,
           room <> '' AND lower(trim(room)) = lower(trim(?3)) AS same_room,
           coalesce(lead = ?4, 0) AS same_lead
    FROM session CROSS JOIN activity ON activity.id = session.activity
    WHERE date BETWEEN ?1 AND ?2 AND state = 'planned' AND (same_room OR same_lead)
    ORDER BY date, minute
  )sql");
  statement.bind(1, text_of(day_before(days.first)));  // a session may last beyond midnight
  statement.bind(2, text_of(day_after(days.last)));
  statement.bind(3, wanted.activity.room);
  if (wanted.lead) statement.bind(4, *wanted.lead);
  std::vector<Rival> rivals;
  while (statement.executeStep()) {
    core::LocalTime const start{date_from(statement.getColumn(1).getString()),
                                statement.getColumn(2).getInt()};
    rivals.push_back({.id = statement.getColumn(0).getInt64(),
                      .span = span_of(start, statement.getColumn(3).getInt()),
                      .has_same_room = statement.getColumn(4).getInt() != 0,
                      .has_same_lead = statement.getColumn(5).getInt() != 0});
  }
  return rivals;
}

std::vector<core::Clash> clashes_of(SQLite::Database& database, std::vector<Rival> const& rivals,
                                    std::vector<Slot> const& slots, int minutes) {
  std::vector<core::Clash> clashes;
  for (auto const& slot : slots) {
    auto const span = span_of(slot.start, minutes);
    for (auto const& rival : rivals) {
      if (rival.span.from >= span.until) break;
      if (!overlap(rival.span, span)) continue;
      auto const session = session_of(database, rival.id);
      if (!session) continue;
      if (rival.has_same_room) clashes.push_back({core::ClashKind::Room, slot.start, *session});
      if (rival.has_same_lead) clashes.push_back({core::ClashKind::Lead, slot.start, *session});
      if (clashes.size() >= core::most_clashes) {
        clashes.resize(core::most_clashes);
        return clashes;
      }
    }
  }
  return clashes;
}

}  // namespace

Result<std::vector<core::Clash>> Programme::clashes(core::Series const& wanted,
                                                    core::LocalTime const& now,
                                                    std::optional<core::SessionId> session,
                                                    core::Scope scope) {
  using Clashes = Result<std::vector<core::Clash>>;
  return m_store.impl().attempt("looking for clashes", [&](SQLite::Database& database) -> Clashes {
    if (auto const good = check_series(wanted); !good) return tl::unexpected(good.error());
    std::vector<Slot> slots;
    if (session && scope == core::Scope::ThisOne) {
      slots = {{wanted.first, 0}};
    } else {
      auto found = slots_of(m_occurrences, wanted, up_to_horizon(wanted.first.date, now.date));
      if (!found) return tl::unexpected(found.error());
      slots = std::move(*found);
    }
    drop_begun(slots, now);
    if (slots.empty()) return std::vector<core::Clash>();
    auto rivals = rivals_of(database, wanted, {slots.front().start.date, slots.back().start.date});
    if (session) {
      auto const part = part_of(database, *session, scope, now);
      if (auto const* const meant = std::get_if<Part>(&part))
        for (auto const& row : meant->meant)
          std::erase_if(rivals, [&](Rival const& rival) { return rival.id == row.id; });
    }
    return clashes_of(database, rivals, slots, wanted.minutes);
  });
}

}  // namespace inloop::store
