#pragma once
// The SQL of visits. It knows nothing of closing: the schema itself refuses a change in a closed
// period. Everything here throws SQLite::Exception; Store turns that into a Result. Store thread.

#include <optional>
#include <vector>

#include "kiosk/core/periods.h"
#include "kiosk/core/tally.h"
#include "kiosk/core/visits.h"
#include "kiosk/store/found.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

// The dates of the first and of the last visit.
struct Dates {
  core::Date first{};
  core::Date last{};

  bool operator==(Dates const&) const = default;
};

[[nodiscard]] core::VisitId insert_visit(SQLite::Database& database, core::Visit const& visit);
[[nodiscard]] Found update_visit(SQLite::Database& database, core::VisitId id, core::Party party,
                                 core::FirstTime first_time);
[[nodiscard]] Found delete_visit(SQLite::Database& database, core::VisitId id);
[[nodiscard]] Found clear_minutes_before(SQLite::Database& database, core::Date today);
void clear_minutes(SQLite::Database& database);

[[nodiscard]] std::optional<Dates> dates_of_visits(SQLite::Database& database);
[[nodiscard]] std::vector<core::DaypartCount> count_visits(SQLite::Database& database,
                                                           core::Period period);

}  // namespace inloop::store
