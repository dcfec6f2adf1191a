#pragma once
// Closes periods: exact counts in, one anonymous event out, drawn once. The only place where
// exact counts, noise and the form on the wire meet. Store thread.

#include <functional>
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
  Closing(ReleaseRules const& rules, HouseClock const& clock, RandomSource& random)
      : Closing([rules] { return rules; }, clock, random) {}
  // The rules are asked for at each closing: hosts change the opening hours on the glass.
  Closing(std::function<ReleaseRules()> rules_now, HouseClock const& clock, RandomSource& random)
      : m_rules_now(std::move(rules_now)), m_clock(clock), m_random(random) {}

  // Closes every period that is due on `today`, oldest first; the number closed. Stops at the first
  // that cannot be closed or that a host holds back: a release must not overtake an older one.
  [[nodiscard]] Result<int> close_due(store::Store& store, core::Date today);

 private:
  [[nodiscard]] Result<store::Release> make_release(core::Period period,
                                                    core::PeriodCounts const& counts,
                                                    std::int64_t sequence);

  std::function<ReleaseRules()> m_rules_now;
  ReleaseRules m_rules;  // of the closing that is going on
  HouseClock const& m_clock;
  RandomSource& m_random;
};

}  // namespace inloop::app
