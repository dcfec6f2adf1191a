#pragma once
// Closes periods: exact counts in, one anonymous event out, drawn once. The only place where
// exact counts, noise and the form on the wire meet. Store thread.

#include <string>

#include "kiosk/app/house_clock.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/period_counts.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/release_tables.h"
#include "kiosk/privacy/rational.h"
#include "kiosk/store/store.h"

namespace inloop::app {

struct ReleaseRules {
  std::string place_id;
  std::string source;  // the urn of this kiosk
  core::OpeningSchedule opening;
  core::Epsilons epsilons;
  privacy::Rational budget{7, 2};  // the sum of the usual epsilons
  int grace_days = 3;
  int release_minute = 4 * 60;  // the local time that the event carries as its own

  bool operator==(ReleaseRules const&) const = default;
};

// Turns the counts of a period into the event that goes to the town hall.
class Closing {
 public:
  Closing(ReleaseRules rules, HouseClock const& clock, RandomSource& random)
      : m_rules(std::move(rules)), m_clock(clock), m_random(random) {}

  // Closes every period that is due on `today`, oldest first; the number closed. Stops at the first
  // that cannot be closed or that a host holds back: a release must not overtake an older one.
  [[nodiscard]] Result<int> close_due(store::Store& store, core::Date today);

 private:
  [[nodiscard]] Result<store::Release> make_release(core::Period period,
                                                    core::PeriodCounts const& counts,
                                                    std::int64_t sequence);

  ReleaseRules m_rules;
  HouseClock const& m_clock;
  RandomSource& m_random;
};

}  // namespace inloop::app
