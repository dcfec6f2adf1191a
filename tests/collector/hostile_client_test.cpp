#include <atomic>
#include <future>

#include <catch2/catch.hpp>

#include "tests/collector/raw_client.h"
#include "tests/collector/running_collector.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

// An uptime that moves only when the test says so.
class HandClock final : public Clock {
 public:
  UtcTime utc() const override { return earliest_believable; }
  std::int64_t uptime_ms() const override { return m_uptime_ms; }
  void advance(std::int64_t by_ms) { m_uptime_ms += by_ms; }

 private:
  std::atomic<std::int64_t> m_uptime_ms{1'000};
};

// With one worker, whoever holds it keeps everybody else out.
ServerSettings one_worker() {
  return {.pool = {.threads = 1, .waiting = 1}};
}

bool is_healthy(RunningCollector const& collector) {
  auto const answer = collector.client(std::nullopt)->Get("/v1/gezondheid");
  return answer && answer->status == 200;
}

}  // namespace

TEST_CASE("a client that connects and says nothing is hung up on") {
  auto settings = one_worker();
  settings.longest_wait_ms = 200;
  RunningCollector const collector(settings);
  RawConnection const silent(collector.port());
  silent.wait_for_end();
  CHECK(is_healthy(collector));
}

TEST_CASE("a client that drips is cut off when its time is over, though it never pauses for long") {
  auto settings = one_worker();
  settings.longest_connection_ms = 30'000;
  HandClock clock;
  RunningCollector const collector(settings, clock);
  RawClient dripping(collector.port());
  REQUIRE(dripping.write("GET /v1/plekken HTTP/1.1\r\nX-Slow: a"));
  clock.advance(29'000);
  REQUIRE(dripping.write("b"));
  clock.advance(1'001);
  dripping.write("c\r\n\r\n");
  auto const answer = dripping.read_all();
  CHECK(answer.find("200 OK") == std::string::npos);
  CHECK(is_healthy(collector));
}

TEST_CASE("a client that drips is cut off as soon as others wait and it has had a while") {
  auto settings = one_worker();
  settings.longest_when_crowded_ms = 3'000;
  HandClock clock;
  RunningCollector const collector(settings, clock);
  RawClient dripping(collector.port());
  REQUIRE(dripping.write("GET /v1/plekken HTTP/1.1\r\nX-Slow: a"));
  clock.advance(3'001);
  auto others = std::async(std::launch::async, [&] { return is_healthy(collector); });
  // Once the other stands in the queue, the next byte is one too many.
  while (others.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
    if (!dripping.write("b")) break;
  CHECK(others.get());
}

TEST_CASE("a handshake that is not done in its time is cut off") {
  auto settings = one_worker();
  settings.longest_handshake_ms = 10'000;
  HandClock clock;
  RunningCollector const collector(settings, clock);
  RawConnection const slow(collector.port());
  // The beginning of a record of TLS.
  REQUIRE(::send(slow.socket(), "\x16\x03\x01", 3, MSG_NOSIGNAL) == 3);
  clock.advance(10'001);
  ::send(slow.socket(), "\x02", 1, MSG_NOSIGNAL);
  slow.wait_for_end();
  CHECK(is_healthy(collector));
}

TEST_CASE("a request within its time is answered, however it is cut into pieces") {
  HandClock clock;
  RunningCollector const collector(one_worker(), clock);
  RawClient client(collector.port());
  for (char const character : std::string_view("GET /v1/plekken HTTP/1.1\r\nHost: x\r\n\r\n"))
    REQUIRE(client.write({&character, 1}));
  CHECK(client.read_all().starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST_CASE("endless headers end when the connection has sent more than an event could need") {
  RunningCollector const collector(one_worker());
  auto const line = GENERATE(as<std::string>{}, "X-Header: value\r\n", "no line break at all");
  RawClient client(collector.port());
  REQUIRE(client.write("GET /v1/plekken HTTP/1.1\r\n"));
  std::string block;
  while (block.size() < 8'000) block += line;
  while (client.write(block)) {
  }
  CHECK(is_healthy(collector));
}

TEST_CASE("a header of more than 8 KiB, or more than 24 KiB of headers, is 431 in our own words") {
  RunningCollector const collector(one_worker());
  std::string headers;
  SECTION("one header") {
    headers = "X-Header: " + std::string(9'000, 'a') + "\r\n";
  }
  SECTION("four of them") {
    for (int i = 0; i < 4; ++i) headers += "X-Header: " + std::string(7'000, 'a') + "\r\n";
  }
  auto const method = GENERATE(as<std::string>{}, "GET", "POST");
  RawClient client(collector.port());
  REQUIRE(client.write(method + " /v1/bezoektellingen HTTP/1.1\r\n" + headers + "\r\n"));
  auto const answer = client.read_all();
  CHECK(answer.starts_with("HTTP/1.1 431 "));
  CHECK(answer.find("application/problem+json") != std::string::npos);
}

TEST_CASE("a body that is announced and never sent is not kept") {
  auto settings = one_worker();
  settings.longest_wait_ms = 200;
  RunningCollector collector(settings);
  RawClient client(collector.port(), collector.kiosk());
  REQUIRE(client.write("POST /v1/bezoektellingen HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{\"spec"));
  CHECK(client.read_all().starts_with("HTTP/1.1 408 "));
  CHECK(collector.store().count_events({}).value() == 0);
  CHECK(is_healthy(collector));
}

TEST_CASE("bodies without a length, or with one that is absurd, are refused unread") {
  RunningCollector const collector(one_worker());
  auto const [header, status] = GENERATE(table<std::string, std::string>({
      {"", "411"},
      {"Content-Length: zes\r\n", "411"},
      {"Content-Length: -1\r\n", "411"},
      {"Content-Length: 99999999999\r\n", "413"},
      {"Content-Length: 99999999999999999999999\r\n", "411"},
  }));
  RawClient client(collector.port(), collector.kiosk());
  REQUIRE(client.write("POST /v1/bezoektellingen HTTP/1.1\r\n" + header + "\r\n"));
  CHECK(client.read_all().starts_with("HTTP/1.1 " + status + " "));
}

TEST_CASE("what is no HTTP at all is 400 in our own words") {
  RunningCollector const collector(one_worker());
  RawClient client(collector.port());
  REQUIRE(client.write("hallo\r\n\r\n"));
  auto const answer = client.read_all();
  CHECK(answer.starts_with("HTTP/1.1 400 "));
  CHECK(answer.find("API-Version: 1.0.0") != std::string::npos);
  CHECK(answer.find("application/problem+json") != std::string::npos);
}

TEST_CASE("TLS older than 1.3 is refused") {
  RunningCollector const collector(one_worker());
  RawConnection const connection(collector.port());
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> const context(SSL_CTX_new(TLS_client_method()),
                                                                  &SSL_CTX_free);
  SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
  std::unique_ptr<SSL, decltype(&SSL_free)> const tls(SSL_new(context.get()), &SSL_free);
  SSL_set_fd(tls.get(), connection.socket());
  CHECK(SSL_connect(tls.get()) != 1);
}
