#include "kiosk/store/running_copy.h"

#include <system_error>

#include "kiosk/store/private_file.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

// What goes wrong with the copy is no trouble of the original: the store must not be given up.
template <class Work>
auto guard_copy(Work const& work) -> decltype(work()) try {
  return work();
} catch (SQLite::Exception const& exception) {
  return failure("copying the store: {}", exception.what());
}

}  // namespace

Result<> begin_copy(Store& store, std::filesystem::path const& target) {
  abandon_copy(store);
  std::error_code absent;
  for (auto const* const ending : {"", "-wal", "-journal"})
    std::filesystem::remove(std::filesystem::path(target) += ending, absent);
  auto const made = make_private(target);
  if (!made) return tl::unexpected(made.error());
  return store.impl().attempt("beginning a copy", [&](SQLite::Database& database) {
    return guard_copy([&]() -> Result<> {
      store.impl().page_copy().emplace(database, *made);
      return {};
    });
  });
}

Result<CopyState> continue_copy(Store& store, int pages) {
  auto& copy = store.impl().page_copy();
  using State = Result<CopyState>;
  return store.impl().attempt("copying", [&](SQLite::Database&) {
    return guard_copy([&]() -> State {
      if (!copy) return failure("no copy was begun");
      bool const goes_on = copy->copy_more(pages);
      CopyState const state{copy->remaining_pages(), copy->total_pages()};
      if (!goes_on) copy.reset();
      return state;
    });
  });
}

void abandon_copy(Store& store) {
  store.impl().page_copy().reset();
}

}  // namespace inloop::store
