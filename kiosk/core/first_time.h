#pragma once
// The rule for "first time this month": how the place learns how many different people came without
// knowing anybody. Pure values.
//
// After a check-in the resident is asked once "Is this your first time here this month?". Each
// check-in holds exactly one answer, whatever the size of the party: Skipped until someone answers,
// then the last answer given while the welcome screen stands. Counting the Yes answers of a month
// gives its unique visitors, as far as people answered; counting Skipped tells how far that is.

namespace inloop::core {

enum class FirstTime { Skipped, Yes, No };

}  // namespace inloop::core
