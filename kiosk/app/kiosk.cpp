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

Memory memory_of(Config const& config) {
  return {.database = config.database,
          .backups = config.database.parent_path() / "backups",
          .place_id = config.place_id,
          .hatch = config.hatch};
}

Result<std::unique_ptr<Kiosk>> Kiosk::make(Config const& config, ui::Glass const& glass,
                                           World world) {
  auto clock = HouseClock::make(world.clock, config.time_zone, world.clock_at_start);
  if (!clock) return tl::unexpected(clock.error());
  return std::unique_ptr<Kiosk>(new Kiosk(config, glass, std::move(world), std::move(*clock)));
}

Kiosk::Kiosk(Config const& config, ui::Glass const& glass, World world, HouseClock clock)
    : m_clock(std::move(clock)),
      m_inbox(world.knock),
      m_worker(
          [memory = memory_of(config), this] { return open_store(memory, m_clock.stamp()); },
          Housekeeping(Closing(release_rules(config), m_clock, world.random), memory_of(config)),
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
