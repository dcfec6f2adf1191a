#include "kiosk/store/hosts.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/column_text.h"
#include "kiosk/store/found.h"
#include "kiosk/store/hosts_table.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

using core::host::Host;
using core::host::HostPicture;
using core::host::ListedHost;
using core::host::Role;

Result<> found_or_words(Found found, HostPicture picture) {
  if (found == Found::No) return failure("there is no such host with picture {}", picture);
  return {};
}

// One change of one host, in a transaction.
template <class Change>
Result<> change_host(Store& store, std::string_view what, HostPicture picture,
                     Change const& change) {
  return store.impl().attempt(what, [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    Found const found = change(database);
    if (found == Found::Yes) transaction.commit();
    return found_or_words(found, picture);
  });
}

}  // namespace

Result<std::shared_ptr<PinVault const>> pin_vault(Store& store) {
  auto vault = store.impl().pins();
  if (!vault) return failure("there is no key for the hosts' PINs");
  return vault;
}

Result<std::vector<ListedHost>> hosts(Store& store) {
  using Hosts = std::vector<ListedHost>;
  return store.impl().attempt("listing hosts", [](SQLite::Database& database) -> Result<Hosts> {
    return select_hosts(database);
  });
}

Result<std::optional<Host>> find_host(Store& store, HostPicture picture) {
  using Answer = Result<std::optional<Host>>;
  return store.impl().attempt("finding a host", [&](SQLite::Database& database) -> Answer {
    auto const kept = select_host(database, picture);
    return kept ? std::optional(kept->host) : std::nullopt;
  });
}

Result<Taken> add_host(Store& store, Newcomer const& newcomer) {
  return store.impl().attempt("adding a host", [&](SQLite::Database& database) -> Result<Taken> {
    WriteTransaction transaction(database);
    if (select_host(database, newcomer.host.picture)) return Taken::ByAHost;
    write_host(database, newcomer);
    clear_wrong_pins(database, newcomer.host.picture);
    transaction.commit();
    return Taken::No;
  });
}

Result<> reset_pin(Store& store, HostPicture picture, SealedPin const& pin) {
  return change_host(store, "resetting a PIN", picture, [&](SQLite::Database& database) {
    clear_wrong_pins(database, picture);
    return write_pin(database, picture, pin);
  });
}

Result<> unlock_host(Store& store, HostPicture picture) {
  return change_host(store, "unlocking a host", picture, [&](SQLite::Database& database) {
    clear_wrong_pins(database, picture);
    return select_host(database, picture) ? Found::Yes : Found::No;
  });
}

Result<> give_role(Store& store, HostPicture picture, Role role) {
  return change_host(store, "giving a role", picture, [&](SQLite::Database& database) {
    return write_role(database, picture, role);
  });
}

Result<> remove_host(Store& store, HostPicture picture) {
  return change_host(store, "removing a host", picture, [&](SQLite::Database& database) {
    return write_standing(database, picture, HostStanding::Removed);
  });
}

Result<> restore_host(Store& store, HostPicture picture) {
  return change_host(store, "restoring a host", picture, [&](SQLite::Database& database) {
    return write_standing(database, picture, HostStanding::Active);
  });
}

Result<> begin_house(Store& store, Newcomer const& coordinator, SealedCode const& code) {
  return store.impl().attempt("beginning the house", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    if (select_code(database)) return failure("the house has a recovery code already");
    write_host(database, coordinator);
    clear_wrong_pins(database, coordinator.host.picture);
    write_code(database, code);
    transaction.commit();
    return {};
  });
}

Result<std::optional<SealedCode>> recovery_code(Store& store) {
  using Answer = Result<std::optional<SealedCode>>;
  return store.impl().attempt(
      "reading the recovery code",
      [](SQLite::Database& database) -> Answer { return select_code(database); });
}

Result<> recover(Store& store, Newcomer const& coordinator, SealedCode const& used,
                 SealedCode const& next) {
  return store.impl().attempt("recovering", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    if (select_code(database) != used) return failure("the recovery code is another one by now");
    write_host(database, coordinator);
    clear_wrong_pins(database, coordinator.host.picture);
    write_code(database, next);
    transaction.commit();
    return {};
  });
}

Result<core::host::WrongPins> wrong_pins(Store& store, HostPicture picture) {
  using Answer = Result<core::host::WrongPins>;
  return store.impl().attempt("counting wrong PINs", [&](SQLite::Database& database) -> Answer {
    return select_wrong_pins(database, picture);
  });
}

Result<std::optional<SealedPin>> count_try(Store& store, HostPicture picture, int left_in_house) {
  using Answer = Result<std::optional<SealedPin>>;
  return store.impl().attempt("counting a try", [&](SQLite::Database& database) -> Answer {
    WriteTransaction transaction(database);
    auto const wrong = select_wrong_pins(database, picture);
    write_wrong_pins(database, picture,
                     {.of_picture = wrong.of_picture + 1, .in_house = left_in_house + 1});
    auto const kept = select_host(database, picture);
    transaction.commit();
    return kept ? std::optional(kept->pin) : std::nullopt;
  });
}

Result<Host> come_in(Store& store, HostPicture picture) {
  return store.impl().attempt("coming in", [&](SQLite::Database& database) -> Result<Host> {
    WriteTransaction transaction(database);
    auto const kept = select_host(database, picture);
    if (!kept) return failure("there is no such host with picture {}", picture);
    clear_wrong_pins(database, picture);
    delete_removed_hosts(database);
    transaction.commit();
    return kept->host;
  });
}

}  // namespace inloop::store
