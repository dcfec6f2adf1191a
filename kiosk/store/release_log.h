#pragma once
// What was released, to be read again: a list without the bytes, one release with them, those of
// some months. Nothing here changes a release; that is store.h. Store thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/periods.h"
#include "kiosk/store/store.h"

namespace inloop::store {

inline constexpr std::size_t most_logged_releases = 240;  // twenty years of months

struct LoggedRelease {
  core::Period period{};
  std::int64_t sequence = 0;
  std::optional<std::string> receipt;

  bool operator==(LoggedRelease const&) const = default;
};

// Newest first; at most most_logged_releases.
[[nodiscard]] Result<std::vector<LoggedRelease>> release_log(Store& store);

[[nodiscard]] Result<std::optional<PublishedRelease>> find_release(Store& store,
                                                                   std::int64_t sequence);

// Of these months and those between them, oldest first.
[[nodiscard]] Result<std::vector<PublishedRelease>> releases_between(Store& store,
                                                                     core::Period first,
                                                                     core::Period last);

}  // namespace inloop::store
