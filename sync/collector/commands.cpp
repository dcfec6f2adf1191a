#include "sync/collector/commands.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

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

// The JSON library knows: what is not UTF-8 it either replaces or leaves out.
bool is_utf8(std::string_view text) {
  using Json = nlohmann::json;
  Json const json(text);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) ==
         json.dump(-1, ' ', false, Json::error_handler_t::ignore);
}

bool is_line(std::string_view text) {
  return !text.empty() && text.size() <= greatest_place_name_bytes &&
         text.find_first_of("\r\n\t") == std::string_view::npos && is_utf8(text);
}

}  // namespace

int serve(Settings const& settings) {
  auto const stop_signals = hold_stop_signals();
  auto store = open_sqlite_store(settings.database);
  if (!store) return failed(store.error());
  Api const api(**store, system_clock());
  std::atomic<bool> is_broken{false};
  auto const server = Server::start(settings.server, api, system_clock(), [&is_broken] {
    is_broken = true;
    ::kill(::getpid(), SIGTERM);  // wakes wait_for_stop(); a failed end gets a new start
  });
  if (!server) return failed(server.error());
  log::info("listening on {} port {}", settings.server.address, server->port());
  wait_for_stop(stop_signals);
  log::info("stopping");
  return is_broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

int add_place(Settings const& settings, PlaceToAdd const& to_add) {
  if (!is_place_id(to_add.id))
    return failed({"a place's id is small letters, digits and hyphens, at most 40"});
  if (!is_line(to_add.name))
    return failed({"a place's name is one line of UTF-8, at most 100 bytes"});
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

int withdraw_key(Settings const& settings, std::string const& place,
                 std::filesystem::path const& certificate) {
  auto const key_hash = key_hash_of_file(certificate);
  if (!key_hash) return failed(key_hash.error());
  auto store = open_sqlite_store(settings.database);
  if (!store) return failed(store.error());
  auto const was_bound = (*store)->revoke_key(place, *key_hash, timestamp(system_clock().utc()));
  if (!was_bound) return failed(was_bound.error());
  if (!*was_bound) return failed({fmt::format("{} had no key {}", place, *key_hash)});
  fmt::print("{} may no longer be posted for with the key {}\n", place, *key_hash);
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
