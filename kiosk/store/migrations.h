#pragma once
// The schema of the kiosk's memory, as the list of steps that built it. The list only grows: a step
// that was released is never changed. Store thread.

#include <span>
#include <string_view>

namespace SQLite {
class Database;
}

namespace inloop::store {

// Step N takes a file from user_version N-1 to N.
[[nodiscard]] std::span<std::string_view const> migrations();

// Takes the missing steps, each in one transaction: a power cut leaves the schema before or after a
// step, never in between. Throws SQLite::Exception.
void migrate(SQLite::Database& database, std::span<std::string_view const> steps);

}  // namespace inloop::store
