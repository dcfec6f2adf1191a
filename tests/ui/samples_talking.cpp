#include "tests/ui/samples_parts.h"

namespace inloop::test {

using namespace core;

std::vector<Sample> talking_samples(State state, Words const& words) {
  return {sample_of("leaving", Leaving{}, std::move(state), words)};
}

}  // namespace inloop::test
