#include <condition_variable>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>

#include <fmt/format.h>

#include "kiosk/app/commands.h"
#include "kiosk/app/journey.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/window_stage.h"
#include "kiosk/base/log.h"
#include "kiosk/privacy/sodium_random.h"

namespace inloop::app {
namespace {

// Lets the script wait for the store's thread.
class Doorbell {
 public:
  void ring() {
    {
      std::lock_guard const lock(m_mutex);
      m_has_rung = true;
    }
    m_rang.notify_one();
  }

  void wait(std::int64_t timeout_ms) {
    std::unique_lock lock(m_mutex);
    m_rang.wait_for(lock, std::chrono::milliseconds(timeout_ms), [this] { return m_has_rung; });
    m_has_rung = false;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_rang;
  bool m_has_rung = false;
};

Result<std::vector<Step>> read_journey(std::filesystem::path const& file) {
  std::ifstream stream(file);
  if (!stream) return failure("{} cannot be read", file.string());
  std::stringstream text;
  text << stream.rdbuf();
  auto steps = parse_journey(text.str());
  if (!steps) return within(file.string(), steps.error());
  if (steps->empty() || steps->front().kind != Step::Kind::At)
    return failure("{}: a journey starts with \"at\"", file.string());
  return steps;
}

// A day before the first step, so that the journey itself sets the clock.
UtcTime before(Step const& first) {
  return UtcTime(std::chrono::minutes(first.minutes)) - std::chrono::days{1};
}

Result<> play(Config const& config, DemoOptions const& options) {
  auto const steps = read_journey(options.journey);
  if (!steps) return tl::unexpected(steps.error());
  auto random = privacy::SodiumRandom::start();
  if (!random) return tl::unexpected(random.error());
  auto stage = WindowStage::open(config.display);
  if (!stage) return tl::unexpected(stage.error());

  auto keys = cards::CardKeys::start();
  if (!keys) return tl::unexpected(keys.error());

  ScriptedClock clock(before(steps->front()));
  Doorbell bell;
  auto kiosk = Kiosk::make(config, (*stage)->glass(),
                           {.clock = clock,
                            .random = *random,
                            .textures = (*stage)->textures(),
                            .knock = [&] { bell.ring(); },
                            .outside = {.card_keys = keys->get()}});
  if (!kiosk) return tl::unexpected(kiosk.error());

  auto& app = (*kiosk)->app();
  Journey journey(app, clock,
                  {.present = [&](ImDrawData* picture) { (*stage)->show(*picture); },
                   .keep_picture =
                       [&](std::string const& name) {
                         app.redraw();
                         auto const* const picture = app.turn({});
                         return (*stage)->keep(*picture, options.pictures / (name + ".png"));
                       },
                   .wait_for_knock = [&](std::int64_t timeout_ms) { bell.wait(timeout_ms); },
                   .tell = [](std::string_view line) { std::cout << "  " << line << std::endl; },
                   .lay_card =
                       [&](std::string_view number) {
                         auto const hash = (*keys)->hash(cards::Carrier::Nfc, bytes_of(number));
                         if (hash) (*kiosk)->tell(core::CardTapped{*hash});
                         return hash.has_value();
                       },
                   .tell_kiosk = [&](core::Action const& action) { (*kiosk)->tell(action); }});
  return journey.play(*steps);
}

}  // namespace

int play_demo(Config const& config, DemoOptions const& options) {
  auto const played = play(config, options);
  if (played) return 0;
  log::error("the journey ended early: {}", played.error().what);
  return 1;
}

}  // namespace inloop::app
