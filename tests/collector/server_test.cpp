#include "sync/collector/server.h"

#include <atomic>
#include <future>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/collector/running_collector.h"
#include "tests/collector/sample_arrival.h"
#include "tests/support/process.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

// The one of our own sockets that listens on the port; -1 when none does.
int listening_socket(int port) {
  for (int descriptor = 0; descriptor < 1'024; ++descriptor) {
    sockaddr_in address{};
    socklen_t address_bytes = sizeof address;
    int is_listening = 0;
    socklen_t flag_bytes = sizeof is_listening;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &flag_bytes) == 0 &&
        is_listening == 1 &&
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &address_bytes) == 0 &&
        ntohs(address.sin_port) == port)
      return descriptor;
  }
  return -1;
}

}  // namespace

TEST_CASE("a kiosk's event is kept over mutual TLS, and the receipt names its bytes") {
  RunningCollector collector;
  auto const bytes = bytes_of(sample_event());
  auto const client = collector.client(collector.kiosk());
  auto const first = post(*client, bytes);
  REQUIRE(first);
  CHECK(first->status == 201);
  CHECK(first->get_header_value("Content-Type") == "application/json");
  CHECK(report::receipt_from(first->body)->hash == report::content_hash(bytes));
  auto const again = post(*client, bytes);
  REQUIRE(again);
  CHECK(again->status == 200);
  CHECK(again->body == first->body);
}

TEST_CASE("reading needs no certificate, writing does") {
  RunningCollector const collector;
  auto const client = collector.client(std::nullopt);
  auto const places = client->Get("/v1/plekken");
  REQUIRE(places);
  CHECK(places->status == 200);
  CHECK(places->body.find("Willem Klooslaan") != std::string::npos);
  auto const refused = post(*client, bytes_of(sample_event()));
  REQUIRE(refused);
  CHECK(refused->status == 401);
}

TEST_CASE("a certificate of our authority that no place is bound to is 403") {
  RunningCollector const collector;
  auto const stranger = collector.ca().issue("stranger", test::Purpose::Client);
  auto const refused = post(*collector.client(stranger), bytes_of(sample_event()));
  REQUIRE(refused);
  CHECK(refused->status == 403);
}

TEST_CASE("certificates of others, expired ones and those of servers end the handshake") {
  RunningCollector collector;
  test::TemporaryFolder const folder;
  test::TestCa const foreign(folder.path(), "foreign");
  auto const identity = GENERATE_REF(
      foreign.issue("kiosk", test::Purpose::Client),
      collector.ca().issue("old", test::Purpose::Client, test::Validity::Expired),
      collector.ca().issue("young", test::Purpose::Client, test::Validity::NotYetValid),
      collector.ca().issue("server", test::Purpose::Server));
  CHECK_FALSE(post(*collector.client(identity), bytes_of(sample_event())));
  CHECK(collector.store().count_events({}).value() == 0);
  // And the collector goes on.
  CHECK(collector.client(std::nullopt)->Get("/v1/gezondheid")->status == 200);
}

TEST_CASE("a body over 64 KiB is 413, whether announced or sent in chunks") {
  RunningCollector const collector;
  auto const client = collector.client(collector.kiosk());
  std::string const large(64 * 1024 + 1, ' ');
  auto const announced = post(*client, large);
  REQUIRE(announced);
  CHECK(announced->status == 413);
  auto const chunked = client->Post(
      "/v1/bezoektellingen", {},
      [&large](std::size_t, httplib::DataSink& sink) {
        sink.write(large.data(), large.size());
        sink.done();
        return true;
      },
      "application/cloudevents+json");
  REQUIRE(chunked);
  CHECK(chunked->status == 413);
}

TEST_CASE("a body of exactly 64 KiB is read to its end") {
  RunningCollector const collector;
  std::string const bytes(64 * 1024, ' ');
  auto const refused = post(*collector.client(collector.kiosk()), bytes);
  REQUIRE(refused);
  CHECK(refused->status == 400);
}

TEST_CASE("a digest of other bytes, a wrong type and a packed body are refused") {
  RunningCollector const collector;
  auto const client = collector.client(collector.kiosk());
  auto const bytes = bytes_of(sample_event());
  auto const status = [&](httplib::Headers const& headers, char const* type) {
    auto const answer = client->Post("/v1/bezoektellingen", headers, bytes, type);
    return answer ? answer->status : 0;
  };
  httplib::Headers const right{{"Content-Digest", content_digest_of(bytes)}};
  CHECK(status({{"Content-Digest", content_digest_of("x")}}, "application/cloudevents+json") ==
        400);
  CHECK(status({}, "application/cloudevents+json") == 400);
  CHECK(status(right, "text/plain") == 415);
  CHECK(status(right, "application/x-www-form-urlencoded") == 415);
  CHECK(status(right, "multipart/form-data; boundary=x") == 415);
}

TEST_CASE("methods and addresses are refused in problem+json with every header") {
  RunningCollector const collector;
  auto const client = collector.client(std::nullopt);
  auto const not_found = client->Get("/v1/plekken/");
  REQUIRE(not_found);
  CHECK(not_found->status == 404);
  CHECK(not_found->get_header_value("Content-Type") == "application/problem+json");
  CHECK(not_found->get_header_value_count("API-Version") == 1);
  CHECK(not_found->get_header_value_count("Date") == 1);
  auto const deleted = client->Delete("/v1/plekken");
  REQUIRE(deleted);
  CHECK(deleted->status == 405);
  CHECK(deleted->get_header_value("Allow") == "GET, HEAD");
  auto const options = client->Options("/v1/bezoektellingen");
  REQUIRE(options);
  CHECK(options->status == 405);
  auto const long_path = client->Get(("/" + std::string(2'100, 'a')).c_str());
  REQUIRE(long_path);
  CHECK(long_path->status == 414);
  CHECK(long_path->get_header_value("API-Version") == "1.0.0");
}

TEST_CASE("HEAD has the headers of GET and no body; a range gets the whole") {
  RunningCollector const collector;
  auto const client = collector.client(std::nullopt);
  auto const whole = client->Get("/v1/plekken");
  auto const head = client->Head("/v1/plekken");
  auto const range = client->Get("/v1/plekken", {{"Range", "bytes=0-3"}});
  REQUIRE(whole);
  REQUIRE(head);
  REQUIRE(range);
  CHECK(head->status == 200);
  CHECK(head->body.empty());
  CHECK(head->get_header_value("Content-Length") == whole->get_header_value("Content-Length"));
  CHECK(range->status == 200);
  CHECK(range->body == whole->body);
}

TEST_CASE("headers that are too large together are 431") {
  RunningCollector const collector;
  httplib::Headers headers;
  for (int i = 0; i < 30; ++i) headers.emplace(fmt::format("X-{}", i), std::string(1'000, 'x'));
  auto const refused = collector.client(std::nullopt)->Get("/v1/plekken", headers);
  REQUIRE(refused);
  CHECK(refused->status == 431);
  CHECK(refused->get_header_value("Content-Type") == "application/problem+json");
}

TEST_CASE("what has not changed is not sent again") {
  RunningCollector const collector;
  auto const client = collector.client(std::nullopt);
  auto const first = client->Get("/v1/plekken");
  REQUIRE(first);
  auto const again =
      client->Get("/v1/plekken", {{"If-None-Match", first->get_header_value("ETag")}});
  REQUIRE(again);
  CHECK(again->status == 304);
  CHECK(again->body.empty());
  CHECK(again->get_header_value("ETag") == first->get_header_value("ETag"));
}

TEST_CASE("four posters of the same twelve months store each month once") {
  RunningCollector collector;
  constexpr int months = 12;
  std::atomic<int> stored{0};
  std::atomic<int> replayed{0};
  std::vector<std::thread> posters;
  for (int poster = 0; poster < 4; ++poster)
    posters.emplace_back([&] {
      auto const client = collector.client(collector.kiosk());
      for (int month = 1; month <= months; ++month) {
        auto const event = in_month(fmt::format("2026-{:02}", month), sample_event(month));
        auto const answer = post(*client, bytes_of(event));
        if (answer && answer->status == 201) ++stored;
        if (answer && answer->status == 200) ++replayed;
      }
    });
  for (auto& poster : posters) poster.join();
  CHECK(stored == months);
  CHECK(replayed == 3 * months);
  CHECK(collector.store().count_events({}).value() == months);
}

TEST_CASE("a server whose listening socket breaks says so, one that is stopped does not") {
  RunningCollector collector;
  auto const broken = collector.broken();
  SECTION("breaks") {
    ::shutdown(listening_socket(collector.port()), SHUT_RDWR);
    CHECK(broken.wait_for(test::patience) == std::future_status::ready);
  }
  SECTION("is stopped") {
    collector.stop();
    CHECK(broken.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
  }
}

TEST_CASE("two servers cannot share a port") {
  RunningCollector collector;
  auto const port = collector.port();
  CHECK_THROWS(RunningCollector(ServerSettings{.port = port}));
  collector.stop();
  CHECK_NOTHROW(RunningCollector(ServerSettings{.port = port}));
}

TEST_CASE("a server without its certificate does not start, and says which file") {
  test::TemporaryFolder const folder;
  auto const store = open_sqlite_store(folder.path() / "c.db").value();
  Api const api(*store, system_clock());
  ServerSettings settings;
  settings.tls.certificate = folder.path() / "none.pem";
  auto const server = Server::start(settings, api, system_clock(), [] {});
  REQUIRE_FALSE(server);
  CHECK(server.error().what.find("none.pem") != std::string::npos);
}
