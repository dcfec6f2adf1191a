#include <algorithm>
#include <exception>
#include <fstream>

#include "kiosk/app/card_desk.h"
#include "kiosk/app/commands.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/loudspeaker.h"
#include "kiosk/app/window_stage.h"
#include "kiosk/base/log.h"
#include "kiosk/base/service_notify.h"
#include "kiosk/platform/pointer.h"
#include "kiosk/privacy/sodium_random.h"

namespace inloop::app {
namespace {

// Writes down when each frame was drawn, so that a measurement can show that none was drawn idly.
class FrameLog {
 public:
  explicit FrameLog(std::filesystem::path const& file) {
    if (!file.empty()) m_file.open(file);
  }

  void note(std::int64_t uptime_ms) {
    if (m_file.is_open()) m_file << uptime_ms << std::endl;
  }

 private:
  std::ofstream m_file;
};

// No job of the store takes this long unless its disk hangs.
inline constexpr std::int64_t longest_job_ms = 60'000;

// Tells the service manager that the kiosk lives, three times as often as it asks; and falls silent
// when the store's thread hangs, because a kiosk that cannot count must be started anew.
class Heartbeat {
 public:
  Heartbeat() : m_notify(ServiceNotify::from_environment()) {
    if (auto const limit = watchdog_limit_from_environment())
      m_every_ms = std::chrono::duration_cast<std::chrono::milliseconds>(*limit).count() / 3;
  }

  void ready() { report(m_notify.ready()); }
  void stopping() { report(m_notify.stopping()); }

  void beat(Pulse const& store, std::int64_t uptime_ms) {
    if (!store.is_busy || store != m_store) m_store_since_ms = uptime_ms;
    m_store = store;
    if (!m_every_ms || uptime_ms < m_next_ms) return;
    m_next_ms = uptime_ms + *m_every_ms;
    if (uptime_ms - m_store_since_ms < longest_job_ms) report(m_notify.alive());
  }

  // How long to sleep, at most `wait_ms`, so that the next beat is not late.
  [[nodiscard]] std::int64_t ms_to_next(std::int64_t wait_ms, std::int64_t uptime_ms) const {
    if (!m_every_ms) return wait_ms;
    return std::min(wait_ms, std::max<std::int64_t>(m_next_ms - uptime_ms, 0));
  }

 private:
  static void report(Result<> const& sent) {
    if (!sent) log::warn("the service manager does not hear us: {}", sent.error().what);
  }

  ServiceNotify m_notify;
  std::optional<std::int64_t> m_every_ms;
  std::int64_t m_next_ms = 0;
  Pulse m_store;
  std::int64_t m_store_since_ms = 0;
};

class Loop {
 public:
  Loop(WindowStage& stage, Kiosk& kiosk, CardDesk& cards, Clock const& clock, FrameLog& frames)
      : m_stage(stage),
        m_kiosk(kiosk),
        m_app(kiosk.app()),
        m_cards(cards),
        m_clock(clock),
        m_frames(frames) {}

  void run_until_closed() {
    Heartbeat heartbeat;
    heartbeat.ready();
    while (!m_is_closed) {
      take_events(heartbeat.ms_to_next(ms_to_next_turn(), m_clock.uptime_ms()));
      draw_what_changed();
      heartbeat.beat(m_kiosk.store_pulse(), m_clock.uptime_ms());
    }
    heartbeat.stopping();
  }

  void draw_what_changed() {
    do {
      auto const* const picture = m_app.turn(m_pointer.next_sample(m_clock.uptime_ms()));
      if (picture == nullptr) continue;
      m_stage.show(*picture);
      m_frames.note(m_clock.uptime_ms());
    } while (m_pointer.has_more());
    if (auto const stuck = m_pointer.take_stuck_count())
      log::warn("{} touches did not let go of the glass and are ignored", stuck);
  }

 private:
  std::int64_t ms_to_next_turn() const {
    auto wait_ms = m_app.ms_to_next_turn();
    if (auto const stuck_at_ms = m_pointer.deadline_ms())
      wait_ms = std::min(wait_ms, std::max<std::int64_t>(*stuck_at_ms - m_clock.uptime_ms(), 0));
    if (auto const wipe_at_ms = m_cards.deadline_ms())
      wait_ms = std::min(wait_ms, std::max<std::int64_t>(*wipe_at_ms - m_clock.uptime_ms(), 0));
    return wait_ms;
  }

  void take_events(std::int64_t wait_ms) {
    for (auto const& event : m_stage.window().wait(wait_ms)) {
      if (auto const* const contact = std::get_if<platform::Contact>(&event))
        m_pointer.feed(*contact, m_clock.uptime_ms());
      else if (auto const* const typed = std::get_if<platform::Typed>(&event))
        m_cards.typed(typed->character, typed->at_ms);
      else if (auto const* const key = std::get_if<platform::KeyPressed>(&event))
        press(key->key);
      else if (std::holds_alternative<platform::CloseRequested>(event))
        m_is_closed = true;
      else if (std::holds_alternative<platform::TexturesLost>(event))
        m_stage.textures().lose_all();
      else if (std::holds_alternative<platform::Uncovered>(event))
        m_app.redraw();
    }
    m_cards.wipe_due(m_clock.uptime_ms());
  }

  // Each key draws on its own, so that none is lost behind another.
  void press(platform::Key key) {
    if (m_cards.take_readers_key()) return;
    m_app.press(key);
    draw_what_changed();
  }

  WindowStage& m_stage;
  Kiosk const& m_kiosk;
  App& m_app;
  CardDesk& m_cards;
  Clock const& m_clock;
  FrameLog& m_frames;
  platform::Pointer m_pointer;
  bool m_is_closed = false;
};

// What the kiosk has beside its glass and its disk, as the configuration wants it.
Outside outside_of(Config const& config, Loudspeaker& loudspeaker, cards::CardKeys& keys) {
  Outside outside{.card_keys = &keys, .voice = &loudspeaker, .play = [&](core::Sound sound) {
                    loudspeaker.play(sound);
                  }};
  if (!config.printer.empty()) outside.printer = paper::PrinterSettings{.device = {config.printer}};
  return outside;
}

Result<> serve(Config const& config, RunOptions const& options) {
  auto random = privacy::SodiumRandom::start();
  if (!random) return tl::unexpected(random.error());
  auto keys = cards::CardKeys::start();
  if (!keys) return tl::unexpected(keys.error());
  auto stage = WindowStage::open(config.display);
  if (!stage) return tl::unexpected(stage.error());
  auto const& window = (*stage)->window();
  auto const wake = [&window] { window.wake(); };
  Loudspeaker loudspeaker;
  auto kiosk = Kiosk::make(config, (*stage)->glass(),
                           {.clock = system_clock(),
                            .random = *random,
                            .textures = (*stage)->textures(),
                            .knock = wake,
                            .clock_at_start = AtStart::Unproven,
                            .outside = outside_of(config, loudspeaker, **keys)});
  if (!kiosk) return tl::unexpected(kiosk.error());
  FrameLog frames(options.frame_log);
  CardDesk cards(config.cards, **keys, system_clock(), **kiosk);
  Loop loop(**stage, **kiosk, cards, system_clock(), frames);
  loop.draw_what_changed();
  if (config.sound == SoundMode::Sounding) loudspeaker.open(wake);
  (*kiosk)->tell(core::VoicesFound{loudspeaker.voices(config.settings.languages)});
  loop.run_until_closed();
  return {};
}

}  // namespace

int run(Config const& config, RunOptions const& options) {
  try {
    auto const served = serve(config, options);
    if (served) return 0;
    log::error("cannot start: {}", served.error().what);
  } catch (std::exception const& problem) {
    // The service manager starts us again; every visit that was welcomed is on disk.
    log::critical("cannot serve: {}", problem.what());
  }
  return 1;
}

}  // namespace inloop::app
