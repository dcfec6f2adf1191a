#pragma once
// The SQL of sign-ups and of the locked first names on them. Who has a place follows from the order
// of the rows alone, so deleting one moves the others up. Throws SQLite::Exception; Store turns
// that into a Result. Store thread.

#include <optional>
#include <vector>

#include "kiosk/core/sign_ups.h"
#include "kiosk/store/name_vault.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

struct KeptSignUp {
  SignUpId id = 0;
  core::Token token;
  core::Place place;
  std::optional<SealedName> first_name;
};

// In the order in which they came.
[[nodiscard]] std::vector<KeptSignUp> sign_ups_of(SQLite::Database& database,
                                                  core::Session const& session);

enum class Joined { WithPlace, Waiting };

[[nodiscard]] SignUpId insert_sign_up(SQLite::Database& database, core::SessionId session,
                                      core::Token const& token, Joined joined);
void keep_name(SQLite::Database& database, SignUpId sign_up, SealedName const& name);
void delete_sign_up(SQLite::Database& database, SignUpId sign_up);

[[nodiscard]] std::optional<WrappedKey> key_of(SQLite::Database& database, core::SessionId session);
// In the place of one that was there.
void keep_key(SQLite::Database& database, core::SessionId session, WrappedKey const& key);

// The sessions with sign-ups that `kept_days` whole days have passed since, between the day on
// which they ended and `today`.
[[nodiscard]] std::vector<core::SessionId> sessions_to_forget(SQLite::Database& database,
                                                              core::Date today, int kept_days);
// All sign-ups of a session, their names and the key of these.
void delete_sign_ups_of(SQLite::Database& database, core::SessionId session);

// Every first name and every key; tokens and places stay.
void clear_names(SQLite::Database& database);

}  // namespace inloop::store
