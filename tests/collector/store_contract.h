#pragma once
// What every count store must hold to, whichever database is under it. A test program calls
// check_count_store() from each test case of its store.

#include <functional>
#include <memory>

#include "sync/collector/count_store.h"

namespace inloop::collector {

// Gives a store on the same data each time it is called; the first finds it empty. The one given
// before has been closed.
using OpenStore = std::function<std::unique_ptr<CountStore>()>;

void check_places(OpenStore const& open);
void check_keys(OpenStore const& open);
void check_keeping(OpenStore const& open);
void check_refusals(OpenStore const& open);
void check_reading(OpenStore const& open);
void check_parallel_keeping(OpenStore const& open);
void check_rival_collectors(OpenStore const& open);

// store_contract_areas.cpp
void check_totals(OpenStore const& open);
void check_moving(OpenStore const& open);
void check_states(OpenStore const& open);
void check_health(OpenStore const& open);
void check_inspection(OpenStore const& open);

// store_contract_ranking.cpp
void check_ranked_places(OpenStore const& open);
void check_ranked_districts(OpenStore const& open);

}  // namespace inloop::collector
