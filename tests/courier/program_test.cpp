// The real inloop-sync: its commands, exit codes, signals and messages to the service manager.

#include <array>
#include <atomic>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "sync/courier/commands.h"
#include "tests/courier/fakes.h"
#include "tests/support/process.h"
#include "tests/support/raw_server.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;
using inloop::test::Process;
using inloop::test::Purpose;
using inloop::test::RawConnection;
using inloop::test::RawServer;
using inloop::test::TestCa;

std::string contents(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A kiosk's folders, a collector that answers as told, and the program between them.
class House {
 public:
  explicit House(std::function<void(RawConnection&)> answer)
      : m_server({.identity = m_authority.issue("server", Purpose::Server),
                  .client_authority = m_authority.certificate(),
                  .answer = std::move(answer)}) {
    for (auto const* const name : {"outbox", "receipts", "state"})
      std::filesystem::create_directory(path() / name);
    auto const kiosk = m_authority.issue("kiosk", Purpose::Client);
    m_folder.write("sync.toml", fmt::format(R"(
[collector]
url = "https://127.0.0.1:{}/v1/bezoektellingen"
authorities = "authority.pem"
certificate = "kiosk.pem"
key = "kiosk.key"
[folders]
outbox = "outbox"
receipts = "receipts"
state = "state"
[timing]
poll_seconds = 1
)",
                                            m_server.port()));
  }

  [[nodiscard]] std::filesystem::path path() const { return m_folder.path(); }
  [[nodiscard]] RawServer const& server() const { return m_server; }

  void publish(std::int64_t sequence) const {
    auto const published = outbox::publish({path() / "outbox", path() / "receipts"}, sequence,
                                           event_id(sequence), event_bytes(sequence));
    REQUIRE(published);
  }

  [[nodiscard]] inloop::test::Command command(std::vector<std::string> arguments,
                                              std::vector<std::string> environment = {}) const {
    arguments.insert(arguments.end(), {"--config", (path() / "sync.toml").string()});
    return {INLOOP_BINARY_DIR "/bin/inloop-sync", std::move(arguments), std::move(environment)};
  }

  [[nodiscard]] inloop::test::Finished run(std::vector<std::string> arguments) const {
    return inloop::test::run(command(std::move(arguments)));
  }

 private:
  inloop::test::TemporaryFolder m_folder;
  TestCa m_authority{m_folder.path(), "authority"};
  RawServer m_server;
};

std::function<void(RawConnection&)> answer_with(int status, std::string body) {
  return [=](RawConnection& connection) {
    connection.send(fmt::format(
        "HTTP/1.1 {} -\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}", status,
        body.size(), body));
  };
}

TEST_CASE("--once delivers what waits at once and leaves the receipt") {
  House const house(answer_with(201, receipt_for(letter(1))));
  house.publish(1);
  auto const finished = house.run({"--once"});
  CHECK(finished.exit_code == exit_good);
  CHECK(contents(house.path() / "receipts" / (event_id(1) + ".json")) == receipt_for(letter(1)));
  REQUIRE(house.server().requests().size() == 1);
  CHECK(house.server().requests().front().ends_with(event_bytes(1)));
}

TEST_CASE("--once says by its exit code that something waits, or that somebody must look") {
  House const busy(answer_with(503, ""));
  busy.publish(1);
  CHECK(busy.run({"--once"}).exit_code == exit_waiting);
  House const strange(answer_with(409, ""));
  strange.publish(1);
  CHECK(strange.run({"--once"}).exit_code == exit_alarm);
  CHECK(strange.server().requests().size() == 1);
}

TEST_CASE("a wait that was begun holds for the next --once as well") {
  House const house(answer_with(401, ""));
  house.publish(1);
  CHECK(house.run({"--once"}).exit_code == exit_alarm);
  CHECK(house.run({"--once"}).exit_code == exit_alarm);
  CHECK(house.server().requests().size() == 1);
}

TEST_CASE("status tells in words and as JSON what waits, and changes nothing") {
  House const house(answer_with(401, ""));
  house.publish(7);
  CHECK(
      house.run({"status"}).output.starts_with("inloop-sync is not running.\n1 queued, 0 parked"));
  CHECK(std::filesystem::is_empty(house.path() / "state"));
  (void)house.run({"--once"});
  auto const status = house.run({"status", "--json"});
  CHECK(status.exit_code == exit_alarm);
  auto const json = nlohmann::json::parse(status.output);
  CHECK(json.at("queued").at(0).at("sequence") == 7);
  CHECK(json.at("alarms").at(0).at("kind") == "held");
}

TEST_CASE("wrong arguments, settings and folders end the program before it begins") {
  House const house(answer_with(500, ""));
  CHECK(house.run({}).exit_code == exit_not_begun);
  CHECK(house.run({"--once", "status"}).exit_code == exit_not_begun);
  CHECK(house.run({"fly"}).exit_code == exit_not_begun);
  std::filesystem::remove(house.path() / "state");
  CHECK(house.run({"--once"}).exit_code == exit_not_begun);
  std::ofstream(house.path() / "sync.toml") << "[collector]\nurl = 7\n";
  auto const refused = house.run({"--once"});
  CHECK(refused.exit_code == exit_not_begun);
  CHECK(refused.errors.find("sync.toml:2: collector.url: ") != std::string::npos);
}

TEST_CASE("a second courier on the same folder is refused, status is not") {
  House const house(answer_with(503, ""));
  Process daemon(house.command({"run"}));
  REQUIRE(daemon.wait_for_line("started"));
  auto const second = house.run({"--once"});
  CHECK(second.exit_code == exit_not_begun);
  CHECK(second.errors.find("another inloop-sync works in") != std::string::npos);
  CHECK(house.run({"status"}).output.starts_with("0 queued"));
  daemon.signal(SIGTERM);
  CHECK(daemon.wait() == exit_good);
}

TEST_CASE("SIGTERM ends the daemon cleanly in the middle of a request") {
  House const house([](RawConnection& connection) { (void)connection.pause(1h); });
  std::ofstream(house.path() / "sync.toml", std::ios::app) << "longest_start_delay_seconds = 0\n";
  house.publish(1);
  Process daemon(house.command({"run"}));
  REQUIRE(daemon.wait_for_line("started"));
  while (house.server().requests().empty()) std::this_thread::yield();
  daemon.signal(SIGTERM);
  CHECK(daemon.wait() == exit_good);
  CHECK(daemon.errors().find("stopped") != std::string::npos);
}

TEST_CASE("SIGHUP ends a wait: what was mended is tried again at once") {
  std::atomic<bool> is_mended = false;
  House const house([&](RawConnection& connection) {
    if (is_mended)
      answer_with(201, receipt_for(letter(1)))(connection);
    else
      answer_with(403, "")(connection);
  });
  std::ofstream(house.path() / "sync.toml", std::ios::app) << "longest_start_delay_seconds = 0\n";
  house.publish(1);
  Process daemon(house.command({"run"}));
  REQUIRE(daemon.wait_for_line("the collector refuses this kiosk"));
  is_mended = true;
  daemon.signal(SIGHUP);
  CHECK(daemon.wait_for_line("sequence 1, " + event_id(1) + ": delivered"));
}

TEST_CASE("the service manager hears that the courier is ready, alive and stopping") {
  House const house(answer_with(503, ""));
  auto const address = (house.path() / "notify").string();
  int const listener = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  REQUIRE(address.size() < sizeof name.sun_path);
  address.copy(name.sun_path, address.size());
  REQUIRE(bind(listener, reinterpret_cast<sockaddr const*>(&name), sizeof name) == 0);
  timeval const patience{.tv_sec = 30, .tv_usec = 0};
  setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  auto const heard = [listener] {
    std::array<char, 256> buffer{};
    auto const length = recv(listener, buffer.data(), buffer.size(), 0);
    return std::string(buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  };

  Process daemon(house.command({"run"}, {"NOTIFY_SOCKET=" + address, "WATCHDOG_USEC=200000"}));
  CHECK(heard() == "READY=1");
  // A sign of life before and after each attempt, of counts and of how the kiosk is: or an attempt
  // would add to a pause.
  constexpr int signs_of_life = 3;
  for (int beat = 0; beat < 3; ++beat) {
    for (int sign = 0; sign < signs_of_life; ++sign) CHECK(heard() == "WATCHDOG=1");
    CHECK(heard() == "STATUS=0 queued, 0 parked, 0 alarms");
  }
  daemon.signal(SIGTERM);
  auto last = heard();
  while (!last.empty() && last != "STOPPING=1") last = heard();
  CHECK(last == "STOPPING=1");
  CHECK(daemon.wait() == exit_good);
  close(listener);
}

TEST_CASE("the log holds sequence numbers, ids and causes, and no counts") {
  House const house(answer_with(503, ""));
  house.publish(1);
  auto const finished = house.run({"--once"});
  CHECK(finished.errors.find("sequence 1: not delivered: status 503") != std::string::npos);
  for (auto const* const word : {"klooslaan", "volwassenen", "187", "kvknr"})
    CHECK(finished.errors.find(word) == std::string::npos);
}

}  // namespace
