#pragma once
// The SQL of visits. It knows nothing of closing: the schema itself refuses a change in a closed
// period. Everything here throws SQLite::Exception; Store turns that into a Result. Store thread.

#include <optional>
#include <vector>

#include "kiosk/core/periods.h"
#include "kiosk/core/tally.h"
#include "kiosk/core/visits.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

// The months of the first and of the last visit.
struct PeriodSpan {
  core::Period first{};
  core::Period last{};

  bool operator==(PeriodSpan const&) const = default;
};

enum class Found { Yes, No };

[[nodiscard]] core::VisitId insert_visit(SQLite::Database& database, core::Visit const& visit);
[[nodiscard]] Found update_visit(SQLite::Database& database, core::VisitId id, core::Party party,
                                 core::FirstTime first_time);
[[nodiscard]] Found delete_visit(SQLite::Database& database, core::VisitId id);
[[nodiscard]] Found clear_minutes_before(SQLite::Database& database, core::Date today);

[[nodiscard]] std::optional<PeriodSpan> span_of_visits(SQLite::Database& database);
[[nodiscard]] std::vector<core::DaypartCount> count_visits(SQLite::Database& database,
                                                           core::Period period);

}  // namespace inloop::store
