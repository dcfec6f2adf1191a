#include "kiosk/app/kiosk.h"

namespace inloop::app {

ReleaseRules release_rules(Config const& config) {
  return {.place_id = config.place_id,
          .source = config.source,
          .opening = config.settings.opening,
          .epsilons = config.epsilons,
          .budget = config.budget,
          .grace_days = config.grace_days};
}

StoreWorker::Open store_opener(Config const& config) {
  return [options = store::Options{.file = config.database, .place = config.place_id}] {
    return store::Store::open(options);
  };
}

Result<std::unique_ptr<Kiosk>> Kiosk::make(Config const& config, ui::Glass const& glass,
                                           World world) {
  auto clock = HouseClock::make(world.clock, config.time_zone);
  if (!clock) return tl::unexpected(clock.error());
  return std::unique_ptr<Kiosk>(new Kiosk(config, glass, std::move(world), std::move(*clock)));
}

Kiosk::Kiosk(Config const& config, ui::Glass const& glass, World world, HouseClock clock)
    : m_clock(std::move(clock)),
      m_inbox(world.knock),
      m_worker(store_opener(config),
               Housekeeping(Closing(release_rules(config), m_clock, world.random), config.hatch),
               m_inbox),
      m_app(config.settings, glass,
            {.clock = m_clock,
             .textures = world.textures,
             .inbox = m_inbox,
             .words = [this](core::Language language) -> core::Words const& {
               return m_catalogues.of(language);
             },
             .perform = [this](core::Effect const& effect) { m_worker.perform(effect); }}) {}

}  // namespace inloop::app
