#pragma once
// The SQL of hosts, of wrong PINs and of the recovery code. Throws SQLite::Exception; hosts.cpp
// turns that into a Result. Store thread.

#include <optional>
#include <vector>

#include "kiosk/store/found.h"
#include "kiosk/store/hosts.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

enum class HostStanding { Active, Removed };

[[nodiscard]] std::vector<core::host::ListedHost> select_hosts(SQLite::Database& database);
// None where the one with this picture was removed.
[[nodiscard]] std::optional<Newcomer> select_host(SQLite::Database& database,
                                                  core::host::HostPicture picture);
// In the place of one who has the picture.
void write_host(SQLite::Database& database, Newcomer const& host);
[[nodiscard]] Found write_pin(SQLite::Database& database, core::host::HostPicture picture,
                              SealedPin const& pin);
[[nodiscard]] Found write_role(SQLite::Database& database, core::host::HostPicture picture,
                               core::host::Role role);
// Yes where the host stood otherwise before.
[[nodiscard]] Found write_standing(SQLite::Database& database, core::host::HostPicture picture,
                                   HostStanding standing);
void delete_removed_hosts(SQLite::Database& database);

[[nodiscard]] core::host::WrongPins select_wrong_pins(SQLite::Database& database,
                                                      core::host::HostPicture picture);
void write_wrong_pins(SQLite::Database& database, core::host::HostPicture picture,
                      core::host::WrongPins const& wrong);
// Those of this picture, and as many of the house's.
void clear_wrong_pins(SQLite::Database& database, core::host::HostPicture picture);

[[nodiscard]] std::optional<SealedCode> select_code(SQLite::Database& database);
void write_code(SQLite::Database& database, SealedCode const& code);

}  // namespace inloop::store
