#pragma once
// How the kiosks of the open places are doing, for whoever looks after them: as a table to read and
// as gauges for Prometheus. Nothing in it is about visitors. Any thread.

#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/collector/count_store.h"

namespace inloop::collector {

// A line with what each column is, then a place a line, with tabs between: id, the last month it
// told of, the last sign of life of its kiosk, its version, how many releases wait there, free disk
// in MiB, how far its clock is ahead in seconds, its card reader, what is wrong. Empty: not known.
[[nodiscard]] Result<std::string> fleet_table(CountStore& store, UtcTime now);

// How many places are open, and how many of them need somebody for each reason, none left out.
[[nodiscard]] Result<std::string> fleet_gauges(CountStore& store, UtcTime now);

}  // namespace inloop::collector
