#pragma once
// What lies in one folder of the hatch: events by sequence, and what does not belong there. Looks
// at names only. Any thread.

#include <filesystem>

#include "kiosk/base/result.h"
#include "sync/outbox/outbox.h"

namespace inloop::outbox {

// An empty listing when the folder is not there: nothing was published yet. Fails when the outbox
// that it belongs in is not there either: it was moved or not mounted, and may hold anything.
[[nodiscard]] Result<Listing> list_events(std::filesystem::path const& folder);

}  // namespace inloop::outbox
