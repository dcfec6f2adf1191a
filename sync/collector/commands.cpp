#include "sync/collector/commands.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>

#include "kiosk/base/log.h"
#include "sync/collector/api.h"
#include "sync/collector/client_key.h"
#include "sync/collector/count_store_sqlite.h"
#include "sync/collector/figures_text.h"
#include "sync/collector/query.h"
#include "sync/collector/reads.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

int failed(Error const& error) {
  log::error("{}", error.what);
  return EXIT_FAILURE;
}

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

bool is_line(std::string_view text) {
  return !text.empty() && text.size() <= greatest_place_name_bytes &&
         text.find_first_of("\r\n\t") == std::string_view::npos;
}

}  // namespace

int serve(Settings const& settings) {
  auto const stop_signals = hold_stop_signals();
  auto store = open_sqlite_store(settings.database);
  if (!store) return failed(store.error());
  Api const api(**store, system_clock());
  auto const server = Server::start(settings.server, api, system_clock());
  if (!server) return failed(server.error());
  log::info("listening on {} port {}", settings.server.address, server->port());
  wait_for_stop(stop_signals);
  log::info("stopping");
  return EXIT_SUCCESS;
}

int add_place(Settings const& settings, PlaceToAdd const& to_add) {
  if (!is_place_id(to_add.id))
    return failed({"a place's id is small letters, digits and hyphens, at most 40"});
  if (!is_line(to_add.name)) return failed({"a place's name is one line, at most 100 bytes"});
  auto const key_hash = key_hash_of_file(to_add.certificate);
  if (!key_hash) return failed(key_hash.error());
  auto store = open_sqlite_store(settings.database);
  if (!store) return failed(store.error());
  auto const added = (*store)->add_place(
      {.id = to_add.id, .name = to_add.name, .since = timestamp(system_clock().utc())}, *key_hash);
  if (!added) return failed(added.error());
  fmt::print("{} may be posted for with the key {}\n", to_add.id, *key_hash);
  fmt::print("A certificate that is renewed on the same key keeps working.\n");
  return EXIT_SUCCESS;
}

int list_places(Settings const& settings) {
  auto store = open_sqlite_store(settings.database);
  if (!store) return failed(store.error());
  auto const places = (*store)->places();
  if (!places) return failed(places.error());
  for (auto const& place : *places) fmt::print("{}\t{}\t{}\n", place.id, place.name, place.since);
  return EXIT_SUCCESS;
}

int print_figures(Settings const& settings, Filter const& filter) {
  auto store = open_sqlite_store(settings.database);
  if (!store) return failed(store.error());
  auto const seen = overview(**store, filter, system_clock().utc());
  if (!seen) return failed(seen.error());
  if (seen->is_too_large) return failed({"so many figures at once: choose a --period"});
  fmt::print("{}", figures_csv(seen->figures, seen->places));
  return EXIT_SUCCESS;
}

}  // namespace inloop::collector
