#pragma once
// The SQL of closed periods, the ledger of what was drawn and the releases. The constraints of the
// schema make a second draw impossible. Throws SQLite::Exception; Store turns that into a Result.
// Store thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/periods.h"
#include "kiosk/store/store.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace inloop::store {

[[nodiscard]] bool is_closed(SQLite::Database& database, core::Period period);

// Oldest first.
[[nodiscard]] std::vector<core::Period> closed_periods(SQLite::Database& database);

// The sequence number of the release that comes next: 1 for the first.
[[nodiscard]] std::int64_t next_sequence(SQLite::Database& database);

// Writes closing, ledger and release. The caller's transaction holds them together.
void insert_release(SQLite::Database& database, std::string const& place,
                    PublishedRelease const& release, std::vector<LedgerEntry> const& ledger);

// Of a row of period, sequence, event_id, bytes and receipt.
[[nodiscard]] PublishedRelease release_in(SQLite::Statement& row);

[[nodiscard]] std::vector<PublishedRelease> all_releases(SQLite::Database& database);
[[nodiscard]] std::optional<PublishedRelease> release_of(SQLite::Database& database,
                                                         core::Period period);

// The oldest release without a receipt, and the newest receipt that there is.
[[nodiscard]] std::optional<core::Period> oldest_unsent(SQLite::Database& database);
[[nodiscard]] std::optional<std::string> last_receipt(SQLite::Database& database);

enum class ReceiptKept { Now, Before, NoSuchEvent };

// The first receipt of an event stands; later ones change nothing.
[[nodiscard]] ReceiptKept insert_receipt(SQLite::Database& database, std::string const& event_id,
                                         std::string const& receipt);

}  // namespace inloop::store
