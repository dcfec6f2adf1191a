#pragma once
// What the page and anybody else read about places: which there are, what one of them told month by
// month, what an area adds up to, and who is silent. Costs follow what is shown, not how many
// places there are. Any thread.

#include "kiosk/base/clock.h"
#include "sync/collector/api_message.h"
#include "sync/collector/count_store.h"

namespace inloop::collector {

[[nodiscard]] Answer read_places(Question const& question, CountStore& store, Clock const& clock);

// GET /v1/plekken/{plek}
[[nodiscard]] Answer read_place(Question const& question, CountStore& store, Clock const& clock);

// GET /v1/plekken/{plek}/maanden
[[nodiscard]] Answer read_months(Question const& question, CountStore& store, Clock const& clock);

// Places, or districts, side by side: one figure of a month and of the same month a year before.
[[nodiscard]] Answer read_place_figures(Question const& question, CountStore& store,
                                        Clock const& clock);
[[nodiscard]] Answer read_district_figures(Question const& question, CountStore& store,
                                           Clock const& clock);

[[nodiscard]] Answer read_districts(Question const& question, CountStore& store,
                                    Clock const& clock);
[[nodiscard]] Answer read_totals(Question const& question, CountStore& store, Clock const& clock);

// Places that should have told of a month and have not, with the reason where it is known.
[[nodiscard]] Answer read_silent_places(Question const& question, CountStore& store,
                                        Clock const& clock);

}  // namespace inloop::collector
