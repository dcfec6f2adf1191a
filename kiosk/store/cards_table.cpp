#include "kiosk/store/cards_table.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {

std::optional<CardKey> card_key_of(SQLite::Database& database, core::Period month) {
  SQLite::Statement statement(database, "SELECT key FROM card_key WHERE month = ?");
  statement.bind(1, core::to_string(month));
  if (!statement.executeStep()) return std::nullopt;
  return bytes_in<sizeof(CardKey)>(statement.getColumn(0), "key of cards");
}

void insert_card_key(SQLite::Database& database, core::Period month, CardKey const& key) {
  SQLite::Statement statement(database, "INSERT INTO card_key (month, key) VALUES (?, ?)");
  statement.bind(1, core::to_string(month));
  bind_bytes(statement, 2, key);
  statement.exec();
}

CardSeen insert_card(SQLite::Database& database, CardHash const& card) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO card_month (month, hash) VALUES (?, ?) ON CONFLICT DO NOTHING
  )sql");
  statement.bind(1, core::to_string(card.month));
  bind_bytes(statement, 2, card.digest);
  return statement.exec() == 1 ? CardSeen::Now : CardSeen::Before;
}

void delete_card(SQLite::Database& database, CardHash const& card) {
  SQLite::Statement statement(database, "DELETE FROM card_month WHERE month = ? AND hash = ?");
  statement.bind(1, core::to_string(card.month));
  bind_bytes(statement, 2, card.digest);
  statement.exec();
}

Found delete_cards_of(SQLite::Database& database, core::Period month) {
  int deleted = 0;
  for (auto const* const query :
       {"DELETE FROM card_key WHERE month = ?", "DELETE FROM card_month WHERE month = ?"}) {
    SQLite::Statement statement(database, query);
    statement.bind(1, core::to_string(month));
    deleted += statement.exec();
  }
  return deleted > 0 ? Found::Yes : Found::No;
}

void delete_all_cards(SQLite::Database& database) {
  database.exec("DELETE FROM card_key");
  database.exec("DELETE FROM card_month");
}

}  // namespace inloop::store
