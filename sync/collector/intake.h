#pragma once
// Takes a count event in: checks who sends it and what it says, keeps it durably, and only then
// answers with a receipt. Any thread.

#include "kiosk/base/clock.h"
#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"

namespace inloop::collector {

[[nodiscard]] Answer take_in(Question const& question, CountStore& store, Clock const& clock);

// The answer when the store fails: come back later, nothing was kept. Logs why.
[[nodiscard]] Answer store_failure(Error const& error);

}  // namespace inloop::collector
