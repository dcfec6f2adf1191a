#pragma once
// The figures as SDMX-CSV 2.0 (SDMX technical specification 7), for the tools of statisticians.
// Pure.

#include <span>
#include <string>

#include "sync/collector/figures.h"

namespace inloop::collector {

// With a header line; lines end in CR LF. "_T" is the total of a dimension. A month that is missing
// stands there without a value and with the status L: the data exist and were not collected.
[[nodiscard]] std::string figures_sdmx_csv(std::span<Figure const> figures);

}  // namespace inloop::collector
