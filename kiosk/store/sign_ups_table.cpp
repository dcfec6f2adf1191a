#include "kiosk/store/sign_ups_table.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

// As the schema has it: a file with other pictures could not be read back.
static_assert(core::token_pictures.size() == 24);

constexpr ColumnWords<core::all_token_colours.size()> colour_words{"blue", "green",  "yellow",
                                                                   "red",  "purple", "orange"};

core::Token token_in(SQLite::Statement& row) {
  core::Token const token{.picture = row.getColumn(1).getInt(),
                          .colour = value_from<core::TokenColour>(
                              colour_words, row.getColumn(2).getString(), "colour of a token")};
  if (!core::is_valid(token)) damaged("picture of a token");
  return token;
}

}  // namespace

std::vector<KeptSignUp> sign_ups_of(SQLite::Database& database, core::Session const& session) {
  SQLite::Statement statement(database, R"sql(
    SELECT id, picture, colour, waited, first_name FROM sign_up WHERE session = ? ORDER BY id
  )sql");
  statement.bind(1, session.id);
  auto const places = session.activity.capacity.value_or(core::most_capacity);
  std::vector<KeptSignUp> sign_ups;
  while (statement.executeStep()) {
    auto const waited = statement.getColumn(3).getInt() != 0;
    auto const number = static_cast<int>(sign_ups.size()) + 1;
    auto const behind = std::max(0, number - places);
    sign_ups.push_back({.id = statement.getColumn(0).getInt64(),
                        .token = token_in(statement),
                        .place = {.waiting_number = behind, .has_moved_up = waited && behind == 0},
                        .first_name = std::nullopt});
    if (!statement.getColumn(4).isNull())
      sign_ups.back().first_name =
          bytes_in<sizeof(SealedName)>(statement.getColumn(4), "first name");
  }
  return sign_ups;
}

SignUpId insert_sign_up(SQLite::Database& database, core::SessionId session,
                        core::Token const& token, Joined joined) {
  INLOOP_ASSERT(core::is_valid(token));
  SQLite::Statement statement(database, R"sql(
    INSERT INTO sign_up (session, picture, colour, waited) VALUES (?, ?, ?, ?)
  )sql");
  statement.bind(1, session);
  statement.bind(2, token.picture);
  statement.bind(3, word(colour_words, token.colour));
  statement.bind(4, joined == Joined::Waiting ? 1 : 0);
  statement.exec();
  return database.getLastInsertRowid();
}

void keep_name(SQLite::Database& database, SignUpId sign_up, SealedName const& name) {
  SQLite::Statement statement(database, "UPDATE sign_up SET first_name = ? WHERE id = ?");
  bind_bytes(statement, 1, name);
  statement.bind(2, sign_up);
  statement.exec();
}

void delete_sign_up(SQLite::Database& database, SignUpId sign_up) {
  SQLite::Statement statement(database, "DELETE FROM sign_up WHERE id = ?");
  statement.bind(1, sign_up);
  statement.exec();
}

std::optional<WrappedKey> key_of(SQLite::Database& database, core::SessionId session) {
  SQLite::Statement statement(database, "SELECT wrapped FROM name_key WHERE session = ?");
  statement.bind(1, session);
  if (!statement.executeStep()) return std::nullopt;
  return bytes_in<sizeof(WrappedKey)>(statement.getColumn(0), "key of names");
}

void keep_key(SQLite::Database& database, core::SessionId session, WrappedKey const& key) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO name_key (session, wrapped) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET wrapped = excluded.wrapped
  )sql");
  statement.bind(1, session);
  bind_bytes(statement, 2, key);
  statement.exec();
}

std::vector<core::SessionId> sessions_to_forget(SQLite::Database& database, core::Date today,
                                                int kept_days) {
  // The keys as well: the last of a session's sign-ups may have been cancelled. A session that goes
  // on after midnight ends a day later.
  SQLite::Statement statement(database, R"sql(
    SELECT id FROM session
    WHERE id IN (SELECT session FROM sign_up UNION SELECT session FROM name_key)
      AND date(date, format('+%d days', (minute + minutes) / 1440 + ?)) < ?
  )sql");
  statement.bind(1, kept_days);
  statement.bind(2, text_of(today));
  std::vector<core::SessionId> sessions;
  while (statement.executeStep()) sessions.push_back(statement.getColumn(0).getInt64());
  return sessions;
}

void delete_sign_ups_of(SQLite::Database& database, core::SessionId session) {
  for (auto const* const query :
       {"DELETE FROM name_key WHERE session = ?", "DELETE FROM sign_up WHERE session = ?"}) {
    SQLite::Statement statement(database, query);
    statement.bind(1, session);
    statement.exec();
  }
}

void clear_names(SQLite::Database& database) {
  database.exec("UPDATE sign_up SET first_name = NULL WHERE first_name IS NOT NULL");
  database.exec("DELETE FROM name_key");
}

}  // namespace inloop::store
