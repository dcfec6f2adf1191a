#pragma once
// What inloop-kiosk can be told to do. Each returns the exit status of the program: 0 done, 1 it
// could not be done (the log says why). Main thread.

#include <filesystem>
#include <string>

#include "kiosk/app/config.h"
#include "kiosk/core/time.h"

namespace inloop::app {

struct RunOptions {
  std::filesystem::path frame_log;  // empty: none; otherwise one line a frame drawn, in uptime ms
};

// Serves residents until the window is closed or the service manager ends it.
[[nodiscard]] int run(Config const& config, RunOptions const& options);

struct DemoOptions {
  std::filesystem::path journey;
  std::filesystem::path pictures;  // the folder in which the journey's pictures are kept
};

// Plays a journey on a clock of its own, as fast as the machine can.
[[nodiscard]] int play_demo(Config const& config, DemoOptions const& options);

// Closes every period that is due now and publishes what is not yet in the outbox.
[[nodiscard]] int close_periods(Config const& config);

struct PlanOptions {
  std::filesystem::path week;  // see deploy/week.toml
  core::Date from{};
  int weeks = 1;
};

// Puts the sessions of a week into the agenda; what is there already is left alone.
[[nodiscard]] int plan_weeks(Config const& config, PlanOptions const& options);

struct PassesOptions {
  std::filesystem::path file;  // must not exist yet
  int count = 10;
};

// Makes new passes (buurtpassen) as a PDF file. No copy of them is kept.
[[nodiscard]] int print_passes(Config const& config, PassesOptions const& options);

}  // namespace inloop::app
