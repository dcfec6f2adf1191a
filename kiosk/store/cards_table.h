#pragma once
// The SQL of the month's card key and of the hashes that were seen in a month. No time, no link to
// a visit. Throws SQLite::Exception; Store turns that into a Result. Store thread.

#include <array>
#include <cstddef>
#include <optional>

#include "kiosk/base/card_hash.h"
#include "kiosk/core/periods.h"
#include "kiosk/store/found.h"
#include "kiosk/store/store.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

[[nodiscard]] std::optional<CardKey> card_key_of(SQLite::Database& database, core::Period month);
void insert_card_key(SQLite::Database& database, core::Period month, CardKey const& key);

enum class CardSeen { Now, Before };

// Notes that the card was seen in its month.
[[nodiscard]] CardSeen insert_card(SQLite::Database& database, CardHash const& card);
void delete_card(SQLite::Database& database, CardHash const& card);

// The month's key and all its hashes.
[[nodiscard]] Found delete_cards_of(SQLite::Database& database, core::Period month);
void delete_all_cards(SQLite::Database& database);

}  // namespace inloop::store
