// The collector where a proxy on the same machine ends TLS: whose word about a certificate counts.

#include <cctype>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <httplib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "sync/collector/monitoring.h"
#include "tests/collector/running_collector.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

// As nginx writes $ssl_client_escaped_cert.
std::string escaped(std::filesystem::path const& file) {
  std::ifstream stream(file);
  std::string result;
  for (auto at = std::istreambuf_iterator<char>(stream); at != std::istreambuf_iterator<char>();
       ++at) {
    auto const byte = static_cast<unsigned char>(*at);
    if (std::isalnum(byte) != 0) {
      result += *at;
    } else {
      result += fmt::format("%{:02X}", byte);
    }
  }
  return result;
}

class Proxied {
 public:
  Proxied() {
    auto const key = key_hash_of_file(m_kiosk.certificate).value();
    if (!m_store->add_place({"klooslaan", "Willem Klooslaan", "2026-11-01T00:00:00Z"}, key))
      throw std::runtime_error("no place");
    m_server.emplace(
        Server::start({.transport = Transport::BehindProxy}, m_api, m_clock, [] {}).value());
  }

  [[nodiscard]] test::TestCa const& ca() const { return m_ca; }
  [[nodiscard]] test::Identity const& kiosk() const { return m_kiosk; }
  [[nodiscard]] Api const& api() const { return m_api; }

  [[nodiscard]] int status_of_post(httplib::Headers headers) const {
    auto const bytes = bytes_of(sample_event());
    headers.emplace("Content-Digest", content_digest_of(bytes));
    httplib::Client client("127.0.0.1", m_server->port());
    auto const answer =
        client.Post("/v1/bezoektellingen", headers, bytes, "application/cloudevents+json");
    return answer ? answer->status : 0;
  }

 private:
  // A day on which the certificates of the test are valid.
  class Day final : public Clock {
   public:
    UtcTime utc() const override { return still_clock.utc(); }
    std::int64_t uptime_ms() const override { return system_clock().uptime_ms(); }
  };

  test::TemporaryFolder m_folder;
  test::TestCa m_ca{m_folder.path(), "ca"};
  test::Identity m_kiosk = m_ca.issue("kiosk", test::Purpose::Client);
  std::unique_ptr<CountStore> m_store = open_sqlite_store(m_folder.path() / "c.db").value();
  Day m_clock;
  Api m_api{*m_store, still_clock};
  std::optional<Server> m_server;
};

httplib::Headers passed_on(test::Identity const& identity, char const* verdict = "SUCCESS") {
  return {{"X-Client-Verify", verdict}, {"X-Client-Certificate", escaped(identity.certificate)}};
}

// As a collector that was killed does.
void leave_socket(std::filesystem::path const& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(&address.sun_path[0], sizeof address.sun_path - 1);
  int const socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  REQUIRE(::bind(socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0);
  REQUIRE(::listen(socket, 1) == 0);
  ::close(socket);
}

}  // namespace

TEST_CASE("a certificate that the proxy has verified is believed, and no other word") {
  Proxied const collector;
  CHECK(collector.status_of_post({}) == 401);
  CHECK(collector.status_of_post(passed_on(collector.kiosk(), "NONE")) == 401);
  CHECK(collector.status_of_post(passed_on(collector.kiosk(), "FAILED:expired")) == 401);
  CHECK(collector.status_of_post({{"X-Client-Verify", "SUCCESS"}}) == 401);
  CHECK(collector.status_of_post(
            {{"X-Client-Verify", "SUCCESS"}, {"X-Client-Certificate", "%2D%2"}}) == 401);
  auto twice = passed_on(collector.kiosk());
  twice.emplace("X-Client-Certificate", "second");
  CHECK(collector.status_of_post(twice) == 401);
  CHECK(collector.status_of_post(
            passed_on(collector.ca().issue("stranger", test::Purpose::Client))) == 403);
  CHECK(collector.status_of_post(passed_on(collector.kiosk())) == 201);
}

TEST_CASE("a certificate that has expired is not believed, though the proxy says so") {
  Proxied const collector;
  auto const validity = GENERATE(test::Validity::Expired, test::Validity::NotYetValid);
  auto const identity = collector.ca().issue("old", test::Purpose::Client, validity);
  CHECK(collector.status_of_post(passed_on(identity)) == 401);
}

TEST_CASE("without TLS only this machine can be listened to") {
  test::TemporaryFolder const folder;
  auto const store = open_sqlite_store(folder.path() / "c.db").value();
  Api const api(*store, still_clock);
  auto const address = GENERATE(as<std::string>{}, "0.0.0.0", "::", "192.0.2.1");
  auto const server = Server::start({.address = address, .transport = Transport::BehindProxy}, api,
                                    system_clock(), [] {});
  REQUIRE_FALSE(server);
  CHECK(server.error().what.find("believed only on") != std::string::npos);
}

TEST_CASE("a Unix socket that nobody listens on makes room, whatever else lies there stays") {
  test::TemporaryFolder const folder;
  auto const store = open_sqlite_store(folder.path() / "c.db").value();
  Api const api(*store, still_clock);
  auto const path = folder.path() / "http";
  ServerSettings const settings{.address = "unix:" + path.string(),
                                .transport = Transport::BehindProxy};
  auto const start = [&] { return Server::start(settings, api, system_clock(), [] {}); };

  folder.write("http", "somebody's letter");
  auto const at_file = start();
  REQUIRE_FALSE(at_file);
  CHECK(at_file.error().what == path.string() + " is there already and is no socket");
  CHECK(std::filesystem::file_size(path) > 0);
  std::filesystem::remove(path);

  {
    auto const first = start();
    REQUIRE(first);
    auto const second = start();
    REQUIRE_FALSE(second);
    CHECK(second.error().what == "somebody listens on " + path.string() + " already");
    CHECK(std::filesystem::is_socket(path));
  }
  CHECK_FALSE(std::filesystem::exists(path));

  leave_socket(path);
  CHECK(start());
}

TEST_CASE("with TLS the headers of a proxy mean nothing") {
  RunningCollector const collector;
  auto const bytes = bytes_of(sample_event());
  auto headers = passed_on(collector.kiosk());
  headers.emplace("Content-Digest", content_digest_of(bytes));
  auto const answer =
      collector.client(std::nullopt)
          ->Post("/v1/bezoektellingen", headers, bytes, "application/cloudevents+json");
  REQUIRE(answer);
  CHECK(answer->status == 401);
}

TEST_CASE("what was asked can be read at the port for monitoring") {
  Proxied const collector;
  auto const monitoring = Monitoring::start(0, [&] { return collector.api().traffic().text(); });
  REQUIRE(monitoring);
  CHECK(collector.status_of_post({}) == 401);
  auto const figures = httplib::Client("127.0.0.1", monitoring->port()).Get("/metrics");
  REQUIRE(figures);
  CHECK(figures->status == 200);
  CHECK(figures->body.find(
            R"(inloop_requests_total{method="POST",route="/v1/bezoektellingen",status="401"} 1)") !=
        std::string::npos);
  CHECK(figures->body.find("127.0.0.1") == std::string::npos);
}
