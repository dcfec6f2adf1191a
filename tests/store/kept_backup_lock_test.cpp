#include "kiosk/store/kept_backup_lock.h"

#include "kiosk/store/hosts.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {
namespace {

SealedCode code_of(int byte) {
  SealedCode code{};
  code.fill(static_cast<std::byte>(byte));
  return code;
}

BackupLock lock_of(int byte) {
  BackupLock lock;
  lock.salt.fill(static_cast<std::byte>(byte));
  lock.public_key.fill(static_cast<std::byte>(byte + 1));
  return lock;
}

TEST_CASE("The lock of the backups is kept for as long as the recovery code is the same") {
  House const house;
  Newcomer const coordinator{.host = {.picture = 3, .role = core::host::Role::Coordinator}};
  {
    auto store = house.store();
    CHECK(need(kept_backup_lock(store)) == std::nullopt);
    CHECK_FALSE(keep_backup_lock(store, lock_of(1), code_of(7)));
    need(begin_house(store, coordinator, code_of(7)));
    CHECK_FALSE(keep_backup_lock(store, lock_of(1), code_of(8)));
    need(keep_backup_lock(store, lock_of(1), code_of(7)));
    need(keep_backup_lock(store, lock_of(2), code_of(7)));
  }
  auto store = house.store();
  CHECK(need(kept_backup_lock(store)) == lock_of(2));
  need(recover(store, coordinator, code_of(7), code_of(9)));
  CHECK(need(kept_backup_lock(store)) == std::nullopt);
}

}  // namespace
}  // namespace inloop::store::test
