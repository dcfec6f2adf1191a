#pragma once
// The SQL of feelings: a counter for each month and answer, and nothing else. Throws
// SQLite::Exception; Store turns that into a Result. Store thread.

#include <optional>

#include "kiosk/core/feeling.h"
#include "kiosk/core/period_counts.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

void add_one_feeling(SQLite::Database& database, core::Period month, core::Feeling feeling);

// By answer, as core::PeriodCounts has them.
using FeelingCounts = decltype(core::PeriodCounts::feelings);
[[nodiscard]] FeelingCounts count_feelings(SQLite::Database& database, core::Period month);

[[nodiscard]] std::optional<core::Period> first_month_with_feelings(SQLite::Database& database);

}  // namespace inloop::store
