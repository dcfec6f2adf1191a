#pragma once
// Takes in what a kiosk says of itself, so that the town hall can tell a place that is silent from
// one that is broken. Nothing about visitors. Any thread.

#include "kiosk/base/clock.h"
#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"

namespace inloop::collector {

// Only the latest of each place is kept; what comes late or twice is thanked for as well.
[[nodiscard]] Answer take_in_health(Question const& question, CountStore& store,
                                    Clock const& clock);

}  // namespace inloop::collector
