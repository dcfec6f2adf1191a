#include <csignal>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <httplib.h>

#include "sync/collector/content_digest.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_ca.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

// The real program with a configuration and certificates of its own.
class Installation {
 public:
  Installation() {
    m_folder.write("collector.toml",
                   fmt::format(R"(
[listen]
port = 0
[tls]
certificate = "{}"
private_key = "{}"
client_authority = "{}"
[store]
database = "collector.db"
)",
                               m_server.certificate.string(), m_server.key.string(),
                               m_ca.certificate().string()));
  }

  [[nodiscard]] test::Command command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"--config", (m_folder.path() / "collector.toml").string()});
    return {std::filesystem::path(INLOOP_BINARY_DIR) / "bin" / "inloop-collector",
            std::move(arguments),
            {}};
  }

  [[nodiscard]] test::Finished add_place() const {
    return test::run(command({"place", "add", "--id", "klooslaan", "--name", "Willem Klooslaan",
                              "--certificate", m_kiosk.certificate.string()}));
  }

  [[nodiscard]] test::Finished revoke_key() const {
    return test::run(command({"certificate", "revoke", "--place", "klooslaan", "--certificate",
                              m_kiosk.certificate.string()}));
  }

  [[nodiscard]] std::filesystem::path const& folder() const { return m_folder.path(); }

  [[nodiscard]] int post(int port, std::string const& bytes) const {
    httplib::SSLClient client("127.0.0.1", port, m_kiosk.certificate.string(),
                              m_kiosk.key.string());
    client.set_ca_cert_path(m_ca.certificate().c_str());
    client.enable_server_certificate_verification(true);
    auto const answer =
        client.Post("/v1/bezoektellingen", {{"Content-Digest", content_digest_of(bytes)}}, bytes,
                    "application/cloudevents+json");
    return answer ? answer->status : 0;
  }

 private:
  test::TemporaryFolder m_folder;
  test::TestCa m_ca{m_folder.path(), "ca"};
  test::Identity m_server = m_ca.issue("collector", test::Purpose::Server);
  test::Identity m_kiosk = m_ca.issue("kiosk", test::Purpose::Client);
};

int port_of(test::Process const& serving) {
  auto const line = serving.wait_for_line("listening on");
  REQUIRE(line);
  return std::stoi(line->substr(line->rfind(' ') + 1));
}

}  // namespace

TEST_CASE("a place added while the collector serves may send at once, and its figures print") {
  Installation const installation;
  test::Process serving(installation.command({"serve"}));
  int const port = port_of(serving);
  // Long past for the program, which reads the real clock.
  auto const bytes = bytes_of(in_month("2025-11", sample_event()));
  CHECK(installation.post(port, bytes) == 403);

  auto const added = installation.add_place();
  CHECK(added.exit_code == 0);
  CHECK(added.output.find("renewed on the same key keeps working") != std::string::npos);
  CHECK(test::run(installation.command({"place", "list"}))
            .output.starts_with("klooslaan\tWillem Klooslaan\t20"));
  CHECK(installation.post(port, bytes) == 201);

  auto const figures = test::run(installation.command({"statistics", "--csv"}));
  CHECK(figures.exit_code == 0);
  CHECK(figures.output.find("klooslaan,Willem Klooslaan,2025-11,bezoeken,volwassenen,groep,"
                            "aanwezig,187,187,184,190,3,exact,1,1,,,geteldePersoon,") !=
        std::string::npos);

  CHECK(installation.revoke_key().exit_code == 0);
  CHECK(installation.post(port, bytes) == 403);
  CHECK(installation.revoke_key().exit_code == 1);
  auto const bound_again = installation.add_place();
  CHECK(bound_again.exit_code == 1);
  CHECK(bound_again.errors.find("make a new key for the kiosk") != std::string::npos);

  serving.signal(SIGTERM);
  CHECK(serving.wait() == 0);
  CHECK(serving.errors().find("127.0.0.1 port") != std::string::npos);
}

TEST_CASE("what was acknowledged survives a kill, and is a replay afterwards") {
  Installation const installation;
  REQUIRE(installation.add_place().exit_code == 0);
  constexpr int months = 12;
  for (int month = 1; month <= months; ++month) {
    test::Process serving(installation.command({"serve"}));
    int const port = port_of(serving);
    auto const event = [](int number) {
      return bytes_of(in_month(fmt::format("2025-{:02}", number), sample_event(number)));
    };
    if (month > 1) CHECK(installation.post(port, event(month - 1)) == 200);
    CHECK(installation.post(port, event(month)) == 201);
    serving.signal(SIGKILL);
    CHECK(serving.wait() == 128 + SIGKILL);
  }
}

TEST_CASE("places and settings that cannot be are refused in words") {
  Installation const installation;
  auto const refused = test::run(installation.command(
      {"place", "add", "--id", "Niet Goed", "--name", "x", "--certificate", "none.pem"}));
  CHECK(refused.exit_code == 1);
  CHECK(refused.errors.find("small letters") != std::string::npos);
  auto const not_utf8 = test::run(installation.command(
      {"place", "add", "--id", "goed", "--name", "Caf\xe9", "--certificate", "none.pem"}));
  CHECK(not_utf8.exit_code == 1);
  CHECK(not_utf8.errors.find("one line of UTF-8") != std::string::npos);
  auto const without_certificate = test::run(installation.command(
      {"place", "add", "--id", "goed", "--name", "x", "--certificate", "none.pem"}));
  CHECK(without_certificate.exit_code == 1);
  CHECK(without_certificate.errors.find("none.pem") != std::string::npos);
  auto command = installation.command({"serve"});
  command.arguments[1] = "/nonexistent/collector.toml";
  CHECK(test::run(command).exit_code == 2);
}

TEST_CASE("a place gets its district, keeps what is not said again, closes and opens again") {
  Installation const installation;
  auto const place = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "place");
    return test::run(installation.command(std::move(arguments)));
  };
  CHECK(
      place({"add", "--id", "a", "--name", "A", "--municipality", "Leiden", "--district", "Noord"})
          .output.find("certificate bind") != std::string::npos);
  CHECK(place({"add", "--id", "a", "--name", "Nieuw"}).exit_code == 0);
  auto const listed = place({"list"}).output;
  CHECK(listed.starts_with("a\tNieuw\t20"));
  CHECK(listed.find("Z\tLeiden\tNoord\t\t\n") != std::string::npos);

  CHECK(place({"retire", "--id", "a"}).exit_code == 0);
  CHECK(place({"list"}).output.find("Noord\t\t20") != std::string::npos);
  auto const twice = place({"retire", "--id", "a"});
  CHECK(twice.exit_code == 1);
  CHECK(twice.errors.find("was closed on") != std::string::npos);
  CHECK(place({"retire", "--id", "b"}).errors.find("there is no place b") != std::string::npos);
  CHECK(place({"add", "--id", "a", "--name", "Nieuw"}).exit_code == 0);
  CHECK(place({"list"}).output == listed);
}

TEST_CASE("a key is bound, listed and, when its certificate is lost, revoked by its hash") {
  Installation const installation;
  auto const certificate = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "certificate");
    return test::run(installation.command(std::move(arguments)));
  };
  REQUIRE(installation.add_place().exit_code == 0);
  auto const listed = certificate({"list"}).output;
  REQUIRE(listed.starts_with("klooslaan\t"));
  auto const hash = listed.substr(10, 64);
  CHECK(certificate({"bind", "--place", "elders", "--key", hash}).errors.find("place add") !=
        std::string::npos);
  CHECK(certificate({"bind", "--place", "klooslaan", "--key", "x"}).exit_code == 1);
  CHECK(certificate({"revoke", "--key", hash}).exit_code == 0);
  CHECK(certificate({"list"}).output.starts_with("klooslaan\t" + hash + "\t20"));
  CHECK(certificate({"revoke", "--key", hash}).exit_code == 1);
}
