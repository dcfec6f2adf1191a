#include "kiosk/store/programme_part.h"

#include <algorithm>
#include <chrono>

namespace inloop::store {
namespace {

// What the host changed, but for what was changed of this session alone before.
SessionRow edited(SessionRow const& old, SessionRow row, SeriesRow const& from) {
  if (old.start != old.original) row.start = old.start;
  if (old.minutes != from.series.minutes) row.minutes = old.minutes;
  if (old.activity != from.activity) row.activity = old.activity;
  if (old.lead != from.series.lead) row.lead = old.lead;
  return row;
}

}  // namespace

std::variant<Part, core::ProgrammeProblem> part_of(SQLite::Database& database, core::SessionId id,
                                                   core::Scope scope, core::LocalTime const& now) {
  auto const session = session_row(database, id);
  if (!session) return core::ProgrammeProblem::Gone;
  if (has_begun(session->start, now)) return core::ProgrammeProblem::Started;
  Part part{.session = *session, .series = {}, .from = session->original.date, .meant = {*session}};
  if (!session->series) {
    part.is_whole = true;
    return part;
  }
  part.series = series_row(database, *session->series);
  if (scope == core::Scope::ThisOne) return part;
  auto all = sessions_of_series(database, *session->series);
  auto const in_all = all.size();
  std::erase_if(all, [&](SessionRow const& row) {
    return has_begun(row.start, now) ||
           (scope == core::Scope::FromHereOn && row.original.date < part.from);
  });
  part.from = all.front().original.date;
  part.is_whole = all.size() == in_all;
  part.meant = std::move(all);
  return part;
}

// Of "all" it is the beginning of the week or month of the first session that is meant, so that
// another weekday takes effect in that same week; but no day before the series began.
core::Date first_day_of(Part const& part, core::Scope scope, core::Series const& wanted) {
  auto const* const rule = std::get_if<core::Recurrence>(&wanted.rule);
  bool const is_first = part.session.id == part.meant.front().id;
  if (scope != core::Scope::All || is_first || rule == nullptr || !part.series ||
      rule->repeat == core::Repeat::Once)
    return wanted.first.date;
  std::chrono::sys_days const from(part.from);
  auto const begin = rule->repeat == core::Repeat::Weekly
                         ? core::Date(from - (std::chrono::weekday(from) - std::chrono::Monday))
                         : part.from.year() / part.from.month() / std::chrono::day{1};
  return std::max(begin, part.series->series.first.date);
}

void end_series(ProgrammeLog& log, SeriesRow row, core::Date from) {
  auto* const own = std::get_if<core::Recurrence>(&row.series.rule);
  if (own != nullptr) own->last = std::max(day_before(from), row.series.first.date);
  row.planned_until = planned_to_its_end;
  log.change(row);
}

SlotTable::SlotTable(Part const& part) {
  for (auto const& row : part.meant) {
    auto number = 0;
    if (part.series) {
      auto const& series = part.series->series;
      number = (row.original.minute_of_day - series.first.minute_of_day) / series.minutes;
    }
    m_rows.emplace(Key{row.original.date, number}, row);
  }
}

void SlotTable::move(SessionRow const& session, core::Date date) {
  auto const place = std::ranges::find_if(
      m_rows, [&](auto const& entry) { return entry.second.id == session.id; });
  if (place == m_rows.end()) return;
  Key const key{date, place->first.second};
  if (m_rows.contains(key)) return;
  auto node = m_rows.extract(place);
  node.key() = key;
  m_rows.insert(std::move(node));
}

std::optional<SessionRow> SlotTable::take(Slot const& slot) {
  auto const node = m_rows.extract(Key{slot.start.date, slot.number});
  if (node.empty()) return std::nullopt;
  return node.mapped();
}

std::vector<SessionRow> SlotTable::rows() const {
  std::vector<SessionRow> rows;
  for (auto const& [key, row] : m_rows) rows.push_back(row);
  return rows;
}

bool refill(SQLite::Database& database, ProgrammeLog& log, PartEdit const& edit) {
  auto const& [part, to, slots, known, moved_to] = edit;
  SlotTable old(part);
  auto const is_on = [](core::Date date) {
    return [date](Slot const& slot) { return slot.start.date == date; };
  };
  if (std::ranges::any_of(slots, is_on(moved_to))) old.move(part.session, moved_to);
  log.park(old.rows());
  std::vector<Slot> fresh;
  for (auto const& slot : slots) {
    auto const found = old.take(slot);
    if (!found) {
      fresh.push_back(slot);
      continue;
    }
    auto row = session_of_series(to, slot.start);
    row.id = found->id;
    row.state = found->state;
    row.reason = found->reason;
    if (found->id != part.session.id && part.series) row = edited(*found, row, *part.series);
    if (is_occupied(database, row.activity, row.start, row.id)) return false;
    log.change(row);
  }
  for (auto const& row : old.rows()) log.remove(row);
  for (auto const& slot : fresh) {
    bool const was_taken_out = std::ranges::any_of(known, [&](Slot const& other) {
      return other.start.date == slot.start.date && other.number == slot.number;
    });
    if (!was_taken_out && !is_occupied(database, to.activity, slot.start, 0))
      log.add(session_of_series(to, slot.start));
  }
  return true;
}

}  // namespace inloop::store
