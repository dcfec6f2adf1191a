#include "kiosk/app/kiosk.h"

#include <type_traits>
#include <variant>

#include "kiosk/app/host/glass_settings.h"
#include "kiosk/base/log.h"

namespace inloop::app {
namespace {

House house_of(Config const& config) {
  return {.place_id = config.place_id,
          .place_name = config.settings.place_name,
          .time_zone = config.time_zone};
}

std::function<ReleaseRules()> rules_by(Config const& config) {
  return [config] { return release_rules(host::with_glass_settings(config)); };
}

std::function<void(core::Period, store::CardKey const&)> key_taker(cards::CardKeys* keys) {
  return [keys](core::Period month, store::CardKey const& key) {
    if (keys != nullptr) keys->set(month, key);
  };
}

std::function<void()> key_forgetter(cards::CardKeys* keys) {
  return [keys] {
    if (keys != nullptr) keys->forget();
  };
}

}  // namespace

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
          .name_key = config.names.key_file,
          .place_id = config.place_id,
          .time_zone = config.time_zone,
          .hatch = config.hatch,
          .sign_ups_kept_days = config.names.kept_days};
}

Result<std::unique_ptr<Kiosk>> Kiosk::make(Config const& config, ui::Glass const& glass,
                                           World world) {
  auto clock = HouseClock::make(world.clock, config.time_zone, world.clock_at_start);
  if (!clock) return tl::unexpected(clock.error());
  return std::unique_ptr<Kiosk>(new Kiosk(config, glass, std::move(world), std::move(*clock)));
}

Kiosk::Kiosk(Config const& config, ui::Glass const& glass, World world, HouseClock clock)
    : m_clock(std::move(clock)),
      m_reader(config.cards.reader == ReaderMode::Off ? outbox::ReaderState::None
                                                      : outbox::ReaderState::Unknown),
      m_hatch(config.hatch),
      m_inbox(world.knock),
      m_worker([memory = memory_of(config), this] { return open_store(memory, m_clock.stamp()); },
               Housekeeping(Closing(rules_by(config), m_clock, world.random), memory_of(config),
                            [this] { return m_reader.load(); }),
               {.random = world.random,
                .take_card_key = key_taker(world.outside.card_keys),
                .forget_card_key = key_forgetter(world.outside.card_keys)},
               m_inbox),
      m_printer(world.outside.printer ? std::make_unique<paper::SlipPrinter>(
                                            *world.outside.printer, paper::drawn, world.clock)
                                      : nullptr),
      m_devices({.house = house_of(config),
                 .words = words(),
                 .printer = m_printer.get(),
                 .play = world.outside.play,
                 .repeat_speech = [this] { m_app.repeat_speech(); }},
                m_inbox),
      m_desk({.config = config,
              .memory = memory_of(config),
              .clock = m_clock,
              .words = words(),
              .lend = [this](StoreWorker::Loan loan) { return m_worker.lend(std::move(loan)); },
              .random = world.random,
              .printer = m_printer.get(),
              .sticks = world.outside.sticks},
             m_inbox),
      m_app(config.settings, glass,
            {.clock = m_clock,
             .textures = world.textures,
             .inbox = m_inbox,
             .words = words(),
             .voice = world.outside.voice != nullptr ? *world.outside.voice : m_silence,
             .perform = [this](core::Effect const& effect) { perform(effect); }}) {}

void Kiosk::tell(core::Action const& action) {
  if (std::holds_alternative<core::ReaderReady>(action)) note_reader(outbox::ReaderState::Works);
  if (std::holds_alternative<core::ReaderLost>(action)) note_reader(outbox::ReaderState::Missing);
  m_inbox.put(action);
}

// The hatch is written on the store's thread. Where its queue is full, the next tidying says it.
void Kiosk::note_reader(outbox::ReaderState state) {
  if (m_reader.exchange(state) == state) return;
  static_cast<void>(m_worker.lend([this](store::Store*) {
    auto const said = outbox::write_reader_state(m_hatch, m_reader);
    if (!said) log::warn("the courier is not told of the card reader: {}", said.error().what);
  }));
}

std::function<core::Words const&(core::Language)> Kiosk::words() {
  return
      [this](core::Language language) -> core::Words const& { return m_catalogues.of(language); };
}

void Kiosk::perform(core::Effect const& effect) {
  std::visit(
      [this](auto const& one) {
        if constexpr (std::is_constructible_v<core::StoreEffect, decltype(one)>)
          m_worker.perform(one);
        else if constexpr (std::is_constructible_v<core::AskHostDesk, decltype(one)>)
          m_desk.perform(one);
        else
          m_devices.perform(one);
      },
      effect);
}

}  // namespace inloop::app
