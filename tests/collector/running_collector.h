#pragma once
// A collector that listens on loopback for one test, with certificates of its own, and clients
// for it. The server brings its own threads.

#include <future>

#include <httplib.h>

#include "kiosk/base/clock.h"
#include "sync/collector/api.h"
#include "sync/collector/client_key.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/count_store_sqlite.h"
#include "sync/collector/server.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_ca.h"

namespace inloop::collector {

class RunningCollector {
 public:
  explicit RunningCollector(ServerSettings settings = {}, Clock const& clock = system_clock()) {
    auto const identity = m_ca.issue("collector", test::Purpose::Server);
    settings.tls = {.certificate = identity.certificate,
                    .private_key = identity.key,
                    .client_authority = m_ca.certificate()};
    auto const added = m_store->add_place({"klooslaan", "Willem Klooslaan", "2026-11-01T00:00:00Z"},
                                          key_hash_of_file(m_kiosk.certificate).value());
    if (!added) throw std::runtime_error(added.error().what);
    m_server.emplace(
        Server::start(settings, m_api, clock, [this] { m_broken.set_value(); }).value());
  }

  [[nodiscard]] test::TestCa const& ca() const { return m_ca; }
  [[nodiscard]] test::Identity const& kiosk() const { return m_kiosk; }
  [[nodiscard]] CountStore& store() { return *m_store; }
  [[nodiscard]] int port() const { return m_server->port(); }
  void stop() { m_server.reset(); }
  [[nodiscard]] std::future<void> broken() { return m_broken.get_future(); }

  // Shows this certificate, or none.
  [[nodiscard]] std::unique_ptr<httplib::SSLClient> client(
      std::optional<test::Identity> const& identity) const {
    auto client =
        identity ? std::make_unique<httplib::SSLClient>(
                       "127.0.0.1", port(), identity->certificate.string(), identity->key.string())
                 : std::make_unique<httplib::SSLClient>("127.0.0.1", port());
    client->set_ca_cert_path(m_ca.certificate().c_str());
    client->enable_server_certificate_verification(true);
    return client;
  }

 private:
  test::TemporaryFolder m_folder;
  test::TestCa m_ca{m_folder.path(), "ca"};
  test::Identity m_kiosk = m_ca.issue("kiosk", test::Purpose::Client);
  std::unique_ptr<CountStore> m_store = open_sqlite_store(m_folder.path() / "c.db").value();
  Api m_api{*m_store, still_clock};
  std::promise<void> m_broken;
  std::optional<Server> m_server;
};

inline httplib::Result post(httplib::SSLClient& client, std::string const& bytes) {
  return client.Post("/v1/bezoektellingen",
                     httplib::Headers{{"Content-Digest", content_digest_of(bytes)}}, bytes,
                     "application/cloudevents+json; charset=utf-8");
}

}  // namespace inloop::collector
