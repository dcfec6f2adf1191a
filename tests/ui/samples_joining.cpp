#include "tests/ui/samples_parts.h"

namespace inloop::test {

using namespace core;

std::vector<Sample> joining_samples(State state, Words const& words) {
  return {sample_of("activities", Activities{}, std::move(state), words)};
}

}  // namespace inloop::test
