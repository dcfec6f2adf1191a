#pragma once
// A year of releases as the graph shows them: read on the store's thread, understood on the desk's.

#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/host/counts.h"
#include "kiosk/store/store.h"

namespace inloop::app::host {

// Of the twelve months up to `last`. Store thread.
[[nodiscard]] Result<std::vector<store::PublishedRelease>> year_of_releases(store::Store& store,
                                                                            core::Period last);

// Oldest first; a month without a release is there, without a number. Any thread.
[[nodiscard]] Result<std::vector<core::host::counting::GraphMonth>> graph_of(
    std::vector<store::PublishedRelease> const& releases, core::Period last);

}  // namespace inloop::app::host
