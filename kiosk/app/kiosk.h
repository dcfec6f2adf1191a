#pragma once
// All parts of a running kiosk wired together, over a clock, randomness and a glass that are handed
// in. Makes and owns the store's thread. UI thread.

#include <functional>
#include <memory>

#include "kiosk/app/app.h"
#include "kiosk/app/config.h"
#include "kiosk/app/house_clock.h"
#include "kiosk/app/inbox.h"
#include "kiosk/app/opening_store.h"
#include "kiosk/app/store_worker.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/pixels.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/language/catalogues.h"

namespace inloop::app {

struct World {
  Clock const& clock;
  RandomSource& random;  // used on the store's thread
  TextureStore& textures;
  std::function<void()> knock;  // wakes the window; called on other threads
  AtStart clock_at_start = AtStart::Believed;
};

// What the configuration means for releases and for the kiosk's memory.
[[nodiscard]] ReleaseRules release_rules(Config const& config);
[[nodiscard]] Memory memory_of(Config const& config);

class Kiosk {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Kiosk>> make(Config const& config,
                                                           ui::Glass const& glass, World world);

  [[nodiscard]] App& app() { return m_app; }
  [[nodiscard]] Pulse store_pulse() const { return m_worker.pulse(); }

 private:
  Kiosk(Config const& config, ui::Glass const& glass, World world, HouseClock clock);

  // In the order in which they depend on one another; the worker ends before its inbox.
  HouseClock m_clock;
  language::Catalogues m_catalogues;
  Inbox m_inbox;
  StoreWorker m_worker;
  App m_app;
};

}  // namespace inloop::app
