#include <catch2/catch.hpp>

#include "tests/privacy/drawn_samples.h"

using namespace inloop::privacy;

namespace {

struct KnownAnswers {
  Rational epsilon;
  std::vector<std::int64_t> samples;
};

// Computed once by a separate program: the pseudo-code of the paper with Python's whole numbers,
// over the bits of SplitMix64 with seed 2004, the lowest byte of a word first, the highest bit of a
// byte first. A change here means that every implementation of the sampler would have to change.
constexpr std::uint64_t seed = 2004;

std::vector<KnownAnswers> known_answers() {
  return {
      {{1, 1}, {3, 2, 3, -2, 2, -8, -1, 2, -1, 0, -3, 0, 1, 0, 3, -1, -1, 0, -2, 2}},
      {{1, 2}, {-1, 7, 0, 0, 2, -2, 0, 0, 0, 0, -1, 2, -4, -1, -4, 0, -4, 0, -2, 0}},
      {{1, 3}, {-3, 8, -6, 0, 6, -4, -3, -3, 3, 2, 8, 3, -4, -8, -4, 1, 2, 4, 6, -1}},
      {{7, 10}, {1, -1, 0, -1, 1, 1, -1, -5, 2, -1, 3, -4, -2, -2, 1, 1, 2, -2, 3, 1}},
      {{3, 1}, {1, 0, 1, 0, -2, 0, 0, -1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}},
      {{1, 1000}, {-3581, 780,   7,    467,   -142, 2285, 3552,  -239, 275, -2644,
                   42,    -1746, -505, -1905, 792,  -89,  -3747, 1089, 250, -91}},
      {{1, 65536}, {-588951, -9125, 4978,  -102736, -249264, -80501, 50331, 13431,  10275,  -8569,
                    100907,  15323, 75574, -22499,  -94312,  191905, 8373,  -11438, -27274, 11741}},
  };
}

}  // namespace

TEST_CASE("the sampler gives the known answers for known bits") {
  for (auto const& known : known_answers()) {
    CAPTURE(known.epsilon.numerator, known.epsilon.denominator);
    CHECK(drawn_samples(known.epsilon, known.samples.size(), seed) == known.samples);
  }
}
