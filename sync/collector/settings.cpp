#include "sync/collector/settings.h"

#include "kiosk/base/settings_file.h"

namespace inloop::collector {
namespace {

StoreSettings store_settings(SettingsFile& file) {
  StoreSettings store;
  auto const kind = file.text("store.kind", {.otherwise = "sqlite",
                                             .longest = 10,
                                             .pattern = "sqlite|postgresql",
                                             .meaning = "sqlite or postgresql"});
  store.kind = kind == "postgresql" ? StoreKind::Postgres : StoreKind::Sqlite;
  store.database = file.path("store.database", "/var/lib/inloop-collector/collector.db");
  store.postgres.connection = file.text(
      "store.connection", {.otherwise = "host=/run/postgresql dbname=inloop",
                           .longest = 500,
                           .pattern = {},
                           .meaning = "what libpq takes: host=/run/postgresql dbname=inloop"});
  store.postgres.connections =
      file.number("store.connections", {.otherwise = 8, .least = 1, .greatest = 64});
  return store;
}

}  // namespace

Result<Settings> read_settings(std::filesystem::path const& path) {
  auto file = SettingsFile::read(path);
  if (!file) return tl::unexpected<Error>(file.error());
  Settings settings;
  auto& server = settings.server;
  server.address = file->text("listen.address", {.otherwise = "127.0.0.1",
                                                 .longest = 107,
                                                 .pattern = "[0-9a-fA-F:.]+|unix:/[^ ]+",
                                                 .meaning = "an IP address of this machine, or "
                                                            "unix:/run/inloop-collector/http"});
  server.port = static_cast<int>(
      file->number("listen.port", {.otherwise = 8443, .least = 0, .greatest = 65'535}));
  if (file->flag("listen.behind_proxy", false)) server.transport = Transport::BehindProxy;
  if (server.transport == Transport::Tls && server.address.starts_with("unix:"))
    file->object("listen.address", "a unix: socket is for behind_proxy = true");
  settings.monitoring_port = static_cast<int>(
      file->number("monitoring.port", {.otherwise = 0, .least = 0, .greatest = 65'535}));
  server.tls.certificate = file->path("tls.certificate", "/etc/inloop/collector.crt");
  server.tls.private_key = file->path("tls.private_key", "/etc/inloop/collector.key");
  server.tls.client_authority = file->path("tls.client_authority", "/etc/inloop/kiosks-ca.crt");
  server.tls.revoked = file->text("tls.revoked", {.otherwise = "",
                                                  .longest = 200,
                                                  .pattern = "(/.+)?",
                                                  .meaning = "empty, or a path from the root"});
  settings.store = store_settings(*file);
  server.pool.threads = static_cast<std::size_t>(
      file->number("limits.threads", {.otherwise = 128, .least = 1, .greatest = 400}));
  server.pool.waiting = static_cast<std::size_t>(
      file->number("limits.waiting_connections", {.otherwise = 64, .least = 1, .greatest = 400}));
  server.longest_connection_ms = file->number(
      "limits.longest_connection_ms", {.otherwise = 30'000, .least = 100, .greatest = 300'000});
  server.longest_handshake_ms = file->number(
      "limits.longest_handshake_ms", {.otherwise = 10'000, .least = 100, .greatest = 300'000});
  server.longest_when_crowded_ms = file->number(
      "limits.longest_when_crowded_ms", {.otherwise = 3'000, .least = 100, .greatest = 300'000});
  server.longest_wait_ms = file->number("limits.longest_wait_ms",
                                        {.otherwise = 5'000, .least = 100, .greatest = 60'000});
  settings.rate.burst = file->number("limits.sendings_at_once",
                                     {.otherwise = 1'000, .least = 1, .greatest = 1'000'000});
  settings.rate.per_minute = file->number("limits.sendings_per_minute",
                                          {.otherwise = 600, .least = 1, .greatest = 1'000'000});
  auto const finished = file->finish();
  if (!finished) return tl::unexpected<Error>(finished.error());
  return settings;
}

}  // namespace inloop::collector
