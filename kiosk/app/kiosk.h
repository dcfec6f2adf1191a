#pragma once
// All parts of a running kiosk wired together, over a clock, randomness and a glass that are handed
// in. Makes and owns the store's thread. UI thread.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "kiosk/app/app.h"
#include "kiosk/app/config.h"
#include "kiosk/app/devices.h"
#include "kiosk/app/host/desk.h"
#include "kiosk/app/house_clock.h"
#include "kiosk/app/inbox.h"
#include "kiosk/app/opening_store.h"
#include "kiosk/app/store_worker.h"
#include "kiosk/app/voice.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/pixels.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/cards/card_key.h"
#include "kiosk/language/catalogues.h"
#include "kiosk/paper/slip_printer.h"

namespace inloop::app {

// What a kiosk has beside its glass and its disk. Each may be absent.
struct Outside {
  std::optional<paper::PrinterSettings> printer;
  cards::CardKeys* card_keys = nullptr;
  Voice* voice = nullptr;
  std::function<void(core::Sound)> play = [](core::Sound) {};
  host::MountSources sticks;
};

struct World {
  Clock const& clock;
  RandomSource& random;  // used on the store's thread
  TextureStore& textures;
  std::function<void()> knock;  // wakes the window; called on other threads
  AtStart clock_at_start = AtStart::Believed;
  Outside outside;
};

// What the configuration means for releases and for the kiosk's memory.
[[nodiscard]] ReleaseRules release_rules(Config const& config);
[[nodiscard]] Memory memory_of(Config const& config);

class Kiosk {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Kiosk>> make(Config const& config,
                                                           ui::Glass const& glass, World world);

  [[nodiscard]] App& app() { return m_app; }

  // Any thread: what a card reader or a printer has to say.
  void tell(core::Action const& action);

  [[nodiscard]] Pulse store_pulse() const { return m_worker.pulse(); }

 private:
  Kiosk(Config const& config, ui::Glass const& glass, World world, HouseClock clock);
  [[nodiscard]] std::function<core::Words const&(core::Language)> words();
  void perform(core::Effect const& effect);
  void note_reader(outbox::ReaderState state);

  // In the order in which they depend on one another: desk, worker and printer end before their
  // inbox, and the desk before the worker.
  HouseClock m_clock;
  std::atomic<outbox::ReaderState> m_reader;
  outbox::Folders m_hatch;
  language::Catalogues m_catalogues;
  Inbox m_inbox;
  StoreWorker m_worker;
  std::unique_ptr<paper::SlipPrinter> m_printer;  // null: none
  SilentVoice m_silence;                          // where there is no voice
  Devices m_devices;
  host::Desk m_desk;
  App m_app;
};

}  // namespace inloop::app
