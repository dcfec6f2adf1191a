#include "kiosk/app/commands.h"
#include "kiosk/app/housekeeping.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/base/log.h"
#include "kiosk/privacy/sodium_random.h"

namespace inloop::app {
namespace {

Result<> close_now(Config const& config) {
  auto random = privacy::SodiumRandom::start();
  if (!random) return tl::unexpected(random.error());
  auto clock = HouseClock::make(system_clock(), config.time_zone);
  if (!clock) return tl::unexpected(clock.error());
  auto const now = clock->now();
  if (now.clock != core::ClockTrust::Steady)
    return failure("the clock of this machine cannot be believed; set it first");
  auto store = open_store(memory_of(config), clock->stamp());
  if (!store) return tl::unexpected(store.error());
  Housekeeping housekeeping(Closing(release_rules(config), *clock, *random), memory_of(config));
  return housekeeping.tidy(*store, now.local.date);
}

}  // namespace

int close_periods(Config const& config) {
  auto const closed = close_now(config);
  if (closed) return 0;
  log::error("{}", closed.error().what);
  return 1;
}

}  // namespace inloop::app
