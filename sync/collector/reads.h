#pragma once
// What anybody may read of what came: kept events, and figures with their intervals. Any thread.

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"
#include "sync/collector/figures.h"

namespace inloop::collector {

// An answer that may need more lines than this is refused before they are read: ask for one place
// or month at a time. A month of five thousand places, as a file, stays below.
inline constexpr std::int64_t most_lines_read = 250'000;

[[nodiscard]] Answer read_events(Question const& question, CountStore& store, Clock const& clock);
[[nodiscard]] Answer read_figures(Question const& question, CountStore& store, Clock const& clock);
[[nodiscard]] Answer read_health(Question const& question, CountStore& store, Clock const& clock);

struct Overview {
  std::vector<Place> places;
  std::vector<Figure> figures;
  bool is_too_large = false;  // then there are no figures: more than most_lines_read
};

// The figures of a filter, also for the command line.
[[nodiscard]] Result<Overview> overview(CountStore& store, Filter const& filter, UtcTime now);

}  // namespace inloop::collector
