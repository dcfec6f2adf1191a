#include "kiosk/store/restoring.h"

#include <system_error>

#include "kiosk/store/durable_file.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {

std::filesystem::path waiting_file(std::filesystem::path const& file) {
  auto path = file;
  path += ".restored";
  return path;
}

Result<Store> open_restored(Options const& options, std::filesystem::path const& restored) {
  std::error_code absent;
  if (std::filesystem::file_size(restored, absent) == 0 || absent)
    return failure("{} is empty or gone", restored.string());
  auto its_options = options;
  its_options.file = restored;
  auto store = Store::open(its_options);
  if (!store) return store;
  auto const damage = store->find_damage();
  if (!damage) return tl::unexpected(damage.error());
  if (!damage->empty()) return failure("{} is damaged: {}", restored.string(), damage->front());
  return store;
}

Result<> let_wait(std::filesystem::path const& restored, std::filesystem::path const& file) {
  if (auto const synced = sync_to_disk(restored); !synced) return synced;
  return rename_durably(restored, waiting_file(file));
}

void let_go(Store& store) {
  store.impl().let_go();
}

bool was_let_go(Store& store) {
  return store.impl().was_let_go();
}

}  // namespace inloop::store
