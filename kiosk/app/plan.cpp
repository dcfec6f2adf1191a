#include "kiosk/app/commands.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/week_plan.h"
#include "kiosk/base/log.h"

namespace inloop::app {
namespace {

Result<int> plan(Config const& config, PlanOptions const& options) {
  auto const week = read_week_plan(options.week);
  if (!week) return tl::unexpected(week.error());
  auto clock = HouseClock::make(system_clock(), config.time_zone);
  if (!clock) return tl::unexpected(clock.error());
  auto store = open_store(memory_of(config), clock->stamp());
  if (!store) return tl::unexpected(store.error());
  return plan_week(*store, *week, options.from, options.weeks);
}

}  // namespace

int plan_weeks(Config const& config, PlanOptions const& options) {
  auto const added = plan(config, options);
  if (added) {
    log::info("{} sessions are new in the agenda", *added);
    return 0;
  }
  log::error("{}", added.error().what);
  return 1;
}

}  // namespace inloop::app
