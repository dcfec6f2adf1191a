#pragma once
// What a sampler of discrete Laplace noise is held to: its fit, its independence, the privacy it
// gives. The same functions judge ours and the flawed ones. Pure; floating point is for tests only.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/privacy/rational.h"

namespace inloop::privacy {

// The closed form, with a = exp(-epsilon).
[[nodiscard]] double probability_of(std::int64_t noise, Rational epsilon);
[[nodiscard]] double probability_within(std::int64_t distance, Rational epsilon);
[[nodiscard]] double standard_deviation(Rational epsilon);

// Pearson's chi-square over cells whose expected number is at least 5, the tails taken together; an
// objection when it exceeds df + 6 * sqrt(2 * df). Nothing: the samples fit.
[[nodiscard]] std::optional<std::string> objection_to_fit(std::span<std::int64_t const> samples,
                                                          Rational epsilon);

// The same bound for neighbours in the row: whether the sign of one (-, 0, +) tells anything about
// the sign of the next.
[[nodiscard]] std::optional<std::string> objection_to_independence(
    std::span<std::int64_t const> samples);

// The least delta for which two sets of outputs, taken as they are, satisfy
// (epsilon, delta)-differential privacy in both directions.
[[nodiscard]] double empirical_delta(std::span<std::int64_t const> outputs,
                                     std::span<std::int64_t const> neighbours, Rational epsilon);

}  // namespace inloop::privacy
