#pragma once
// The commands of inloop-collector that answer: to the network, or with figures on paper. Each
// prints for a person or a pipe and gives the program's exit code. Main thread.

#include "kiosk/base/result.h"
#include "sync/collector/count_store.h"
#include "sync/collector/settings.h"

namespace inloop::collector {

// Serves until SIGINT or SIGTERM. Fails when it cannot go on, so that it is started anew.
[[nodiscard]] int serve(Settings const& settings);

// The same CSV as the interface gives.
[[nodiscard]] int print_figures(Settings const& settings, Filter const& filter);

// How every command ends that could not do its work: the log says why.
[[nodiscard]] int failed(Error const& error);

}  // namespace inloop::collector
