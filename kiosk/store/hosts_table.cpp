#include "kiosk/store/hosts_table.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"

namespace inloop::store {
namespace {

using core::host::HostPicture;
using core::host::ListedHost;
using core::host::Role;
using core::host::WrongPins;

constexpr ColumnWords<2> role_words{"host", "coordinator"};
constexpr ColumnWords<2> standing_words{"active", "removed"};

// More than anybody can try, so that the columns never overflow.
constexpr int most_counted = 1'000'000;

core::host::Host host_in(SQLite::Statement& row) {
  return {.picture = row.getColumn(0).getInt(),
          .first_name = row.getColumn(1).getString(),
          .role = value_from<Role>(role_words, row.getColumn(2).getString(), "role")};
}

}  // namespace

std::vector<ListedHost> select_hosts(SQLite::Database& database) {
  SQLite::Statement statement(database, R"sql(
    SELECT host.picture, first_name, role, times FROM host JOIN wrong_pins USING (picture)
    WHERE standing = 'active' ORDER BY host.picture
  )sql");
  std::vector<ListedHost> hosts;
  while (statement.executeStep())
    hosts.push_back({.host = host_in(statement), .wrong_pins = statement.getColumn(3).getInt()});
  return hosts;
}

std::optional<Newcomer> select_host(SQLite::Database& database, HostPicture picture) {
  SQLite::Statement statement(database, R"sql(
    SELECT picture, first_name, role, pin FROM host WHERE picture = ? AND standing = 'active'
  )sql");
  statement.bind(1, picture);
  if (!statement.executeStep()) return std::nullopt;
  return Newcomer{
      .host = host_in(statement),
      .pin = bytes_in<std::tuple_size_v<SealedPin>>(statement.getColumn(3), "sealed PIN")};
}

void write_host(SQLite::Database& database, Newcomer const& host) {
  SQLite::Statement statement(database, R"sql(
    INSERT INTO host (picture, first_name, role, pin) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET first_name = excluded.first_name, role = excluded.role,
                              pin = excluded.pin, standing = 'active'
  )sql");
  statement.bind(1, host.host.picture);
  statement.bind(2, host.host.first_name);
  statement.bind(3, word(role_words, host.host.role));
  bind_bytes(statement, 4, host.pin);
  statement.exec();
}

Found write_pin(SQLite::Database& database, HostPicture picture, SealedPin const& pin) {
  SQLite::Statement statement(database,
                              "UPDATE host SET pin = ? WHERE picture = ? AND standing = 'active'");
  bind_bytes(statement, 1, pin);
  statement.bind(2, picture);
  return statement.exec() > 0 ? Found::Yes : Found::No;
}

Found write_role(SQLite::Database& database, HostPicture picture, Role role) {
  SQLite::Statement statement(database,
                              "UPDATE host SET role = ? WHERE picture = ? AND standing = 'active'");
  statement.bind(1, word(role_words, role));
  statement.bind(2, picture);
  return statement.exec() > 0 ? Found::Yes : Found::No;
}

Found write_standing(SQLite::Database& database, HostPicture picture, HostStanding standing) {
  SQLite::Statement statement(
      database, "UPDATE host SET standing = ?1 WHERE picture = ?2 AND standing <> ?1");
  statement.bind(1, word(standing_words, standing));
  statement.bind(2, picture);
  return statement.exec() > 0 ? Found::Yes : Found::No;
}

void delete_removed_hosts(SQLite::Database& database) {
  SQLite::Statement(database, "DELETE FROM host WHERE standing = 'removed'").exec();
}

WrongPins select_wrong_pins(SQLite::Database& database, HostPicture picture) {
  SQLite::Statement statement(database, R"sql(
    SELECT times, wrong_pins FROM wrong_pins, house_door WHERE picture = ?
  )sql");
  statement.bind(1, picture);
  if (!statement.executeStep()) damaged("row of wrong PINs");
  return {.of_picture = statement.getColumn(0).getInt(),
          .in_house = statement.getColumn(1).getInt()};
}

void write_wrong_pins(SQLite::Database& database, HostPicture picture, WrongPins const& wrong) {
  SQLite::Statement of_picture(database, "UPDATE wrong_pins SET times = ? WHERE picture = ?");
  of_picture.bind(1, std::min(wrong.of_picture, most_counted));
  of_picture.bind(2, picture);
  of_picture.exec();
  SQLite::Statement in_house(database, "UPDATE house_door SET wrong_pins = ?");
  in_house.bind(1, std::min(wrong.in_house, most_counted));
  in_house.exec();
}

void clear_wrong_pins(SQLite::Database& database, HostPicture picture) {
  auto const wrong = select_wrong_pins(database, picture);
  write_wrong_pins(database, picture,
                   {.of_picture = 0, .in_house = std::max(wrong.in_house - wrong.of_picture, 0)});
}

std::optional<SealedCode> select_code(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT recovery_code FROM house_door");
  if (!statement.executeStep()) damaged("row of the door");
  if (statement.getColumn(0).isNull()) return std::nullopt;
  return bytes_in<std::tuple_size_v<SealedCode>>(statement.getColumn(0), "recovery code");
}

void write_code(SQLite::Database& database, SealedCode const& code) {
  SQLite::Statement statement(database, "UPDATE house_door SET recovery_code = ?");
  bind_bytes(statement, 1, code);
  statement.exec();
}

}  // namespace inloop::store
