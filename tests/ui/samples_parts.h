#pragma once
// The sample screens by the part of the kiosk that they belong to. Each part gets a state at rest,
// on a Monday morning, in the language of the words.

#include <vector>

#include "kiosk/core/state.h"
#include "kiosk/core/words.h"
#include "tests/ui/samples.h"

namespace inloop::test {

// Looking for an activity and joining it.
[[nodiscard]] std::vector<Sample> joining_samples(core::State state, core::Words const& words);

// Speaking, leaving, knowing, and calm messages.
[[nodiscard]] std::vector<Sample> talking_samples(core::State state, core::Words const& words);

// The sample of one page.
[[nodiscard]] Sample sample_of(std::string name, core::Page page, core::State state,
                               core::Words const& words);

}  // namespace inloop::test
