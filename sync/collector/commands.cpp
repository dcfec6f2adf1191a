#include "sync/collector/commands.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "kiosk/base/log.h"
#include "sync/collector/api.h"
#include "sync/collector/figures_text.h"
#include "sync/collector/fleet.h"
#include "sync/collector/monitoring.h"
#include "sync/collector/reads.h"

namespace inloop::collector {
namespace {

// Before any thread starts, so that all of them leave these signals to wait_for_stop().
sigset_t hold_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void wait_for_stop(sigset_t const& signals) {
  int received = 0;
  sigwait(&signals, &received);
}

}  // namespace

int failed(Error const& error) {
  log::error("{}", error.what);
  return EXIT_FAILURE;
}

int serve(Settings const& settings) {
  auto const stop_signals = hold_stop_signals();
  auto store = open_store(settings.store);
  if (!store) return failed(store.error());
  Api const api(**store, system_clock(), settings.rate);
  std::atomic<bool> is_broken{false};
  auto const server = Server::start(settings.server, api, system_clock(), [&is_broken] {
    is_broken = true;
    ::kill(::getpid(), SIGTERM);  // wakes wait_for_stop(); a failed end gets a new start
  });
  if (!server) return failed(server.error());
  log::info("listening on {} port {}", settings.server.address, server->port());
  std::optional<Monitoring> monitoring;
  if (settings.monitoring_port != 0) {
    auto started = Monitoring::start(settings.monitoring_port, [&] {
      auto const gauges = fleet_gauges(**store, system_clock().utc());
      if (!gauges) log::warn("event=no_fleet_figures reason=\"{}\"", gauges.error().what);
      return api.traffic().text() + gauges.value_or("");
    });
    if (!started) return failed(started.error());
    monitoring.emplace(*std::move(started));
  }
  wait_for_stop(stop_signals);
  log::info("stopping");
  return is_broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

int print_figures(Settings const& settings, Filter const& filter) {
  auto store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const seen = overview(**store, filter, system_clock().utc());
  if (!seen) return failed(seen.error());
  if (seen->is_too_large) return failed({"so many figures at once: choose a --period"});
  fmt::print("{}", figures_csv(seen->figures, seen->places));
  return EXIT_SUCCESS;
}

}  // namespace inloop::collector
