#pragma once
// The rules of the ledger: what may be drawn together, and how much privacy it may cost. The rows
// are the store's, whose constraint on (place, period, subject) makes a second draw impossible.
// Pure, any thread.

#include <span>

#include "kiosk/base/result.h"
#include "kiosk/privacy/rational.h"
#include "kiosk/privacy/release.h"

namespace inloop::privacy {

// Succeeds when noise may be drawn for these tables of one place and period: each subject and each
// cell once, everything within the limits of release.h, the epsilons within `budget`. The error
// tells no count.
[[nodiscard]] Result<> may_draw(std::span<ExactTable const> tables, Rational budget);

// Succeeds when every epsilon is valid and their sum is at most `budget`, computed exactly. Fails
// closed where the sum has no common denominator up to 2^47: such settings are a mistake.
[[nodiscard]] Result<> within_budget(std::span<Rational const> epsilons, Rational budget);

}  // namespace inloop::privacy
