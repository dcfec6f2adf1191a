#include "sync/collector/settings.h"

#include "kiosk/base/settings_file.h"

namespace inloop::collector {

Result<Settings> read_settings(std::filesystem::path const& path) {
  auto file = SettingsFile::read(path);
  if (!file) return tl::unexpected<Error>(file.error());
  Settings settings;
  auto& server = settings.server;
  server.address = file->text("listen.address", {.otherwise = "127.0.0.1",
                                                 .longest = 45,
                                                 .pattern = "[0-9a-fA-F:.]+",
                                                 .meaning = "an IP address of this machine"});
  server.port = static_cast<int>(
      file->number("listen.port", {.otherwise = 8443, .least = 0, .greatest = 65'535}));
  server.tls.certificate = file->path("tls.certificate", "/etc/inloop/collector.crt");
  server.tls.private_key = file->path("tls.private_key", "/etc/inloop/collector.key");
  server.tls.client_authority = file->path("tls.client_authority", "/etc/inloop/kiosks-ca.crt");
  settings.database = file->path("store.database", "/var/lib/inloop-collector/collector.db");
  server.pool.threads = static_cast<std::size_t>(
      file->number("limits.threads", {.otherwise = 8, .least = 1, .greatest = 64}));
  server.pool.waiting = static_cast<std::size_t>(
      file->number("limits.waiting_connections", {.otherwise = 32, .least = 1, .greatest = 1'000}));
  server.longest_connection_ms = file->number(
      "limits.longest_connection_ms", {.otherwise = 30'000, .least = 100, .greatest = 300'000});
  server.longest_wait_ms = file->number("limits.longest_wait_ms",
                                        {.otherwise = 5'000, .least = 100, .greatest = 60'000});
  auto const finished = file->finish();
  if (!finished) return tl::unexpected<Error>(finished.error());
  return settings;
}

}  // namespace inloop::collector
