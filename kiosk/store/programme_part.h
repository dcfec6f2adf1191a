#pragma once
// The part of a series that an edit is meant for, and the edit of it. For Programme alone. Throws
// SQLite::Exception. Store thread.

#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/store/programme_log.h"
#include "kiosk/store/programme_plan.h"

namespace inloop::store {

// A session, and those of its series that an edit of it is meant for.
struct Part {
  SessionRow session;
  std::optional<SeriesRow> series;
  core::Date from{};              // of the first original that is meant
  std::vector<SessionRow> meant;  // that have not begun, in order of their originals
  bool is_whole = false;          // nothing of the series is outside it

  [[nodiscard]] bool is_partners() const { return series && !series->series.uid.empty(); }
};

// The part, or why there is none.
[[nodiscard]] std::variant<Part, core::ProgrammeProblem> part_of(SQLite::Database& database,
                                                                 core::SessionId id,
                                                                 core::Scope scope,
                                                                 core::LocalTime const& now);

// The earliest day for which a new rule of the part counts.
[[nodiscard]] core::Date first_day_of(Part const& part, core::Scope scope,
                                      core::Series const& wanted);

// Ends a series before that day.
void end_series(ProgrammeLog& log, SeriesRow row, core::Date from);

// Sessions by their date and by which slot of that date they are.
class SlotTable {
 public:
  explicit SlotTable(Part const& part);

  // The session that the host moved goes along where its date moves.
  void move(SessionRow const& session, core::Date date);
  [[nodiscard]] std::optional<SessionRow> take(Slot const& slot);
  [[nodiscard]] std::vector<SessionRow> rows() const;

 private:
  using Key = std::pair<core::Date, int>;

  std::map<Key, SessionRow> m_rows;
};

// What becomes of a part: the series that it belongs to from now on, with its slots that are still
// to come, and the date that the host gave to the session that was edited.
struct PartEdit {
  Part part;
  SeriesRow to;
  std::vector<Slot> slots;
  std::vector<Slot> known;  // of the old rule; which of them has no session was taken out alone
  core::Date moved_to{};
};

// False where two sessions would be at the same time.
[[nodiscard]] bool refill(SQLite::Database& database, ProgrammeLog& log, PartEdit const& edit);

}  // namespace inloop::store
