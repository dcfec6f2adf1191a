#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "kiosk/base/log.h"
#include "sync/collector/api.h"
#include "sync/collector/content_digest.h"
#include "sync/collector/count_store_sqlite.h"
#include "sync/collector/server.h"
#include "tests/collector/sample_arrival.h"
#include "tests/fuzz/request_maker.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

constexpr std::uint64_t seed = 20'261'122;
constexpr std::uint64_t requests = 100'000;
// Many at once, for a request that is cut short costs both sides a wait.
constexpr int clients = 48;
constexpr std::int64_t longest_wait_ms = 10;

std::string get(std::string const& target, std::string const& headers = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

std::string post(std::string const& target, std::string const& bytes) {
  return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " +
         "application/cloudevents+json; charset=utf-8\r\nContent-Digest: " +
         content_digest_of(bytes) + "\r\nContent-Length: " + std::to_string(bytes.size()) +
         "\r\n\r\n" + bytes;
}

std::vector<std::string> good_requests() {
  auto const event = bytes_of(sample_event());
  return {get("/"),
          get("/v1/plekken?pagina=1&paginaGrootte=10", "Accept: application/json\r\n"),
          get("/v1/plekken/klooslaan"),
          get("/v1/plekken/klooslaan/maanden?van=2026-01&totEnMet=2026-11"),
          get("/v1/totalen?gemeente=Den%20Haag&wijk=Escamp"),
          get("/v1/statistieken?formaat=ods", "Accept-Encoding: gzip, br\r\n"),
          get("/v1/statistieken", "Accept: text/csv;q=0.5, application/json;q=0.1\r\n"),
          get("/v1/bezoektellingen?plek=klooslaan&periode=2026-11&onderwerp=bezoeken"),
          get("/v1/openapi.json", "If-None-Match: \"0123456789abcdef\"\r\nRange: bytes=0-9\r\n"),
          "HEAD /v1/gezondheid HTTP/1.1\r\n\r\n",
          "DELETE /v1/plekken HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
          post("/v1/bezoektellingen", event),
          post("/v1/zuilgezondheid", "{\"specversion\":\"1.0\"}"),
          "POST /v1/bezoektellingen HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
          "0\r\n\r\n"};
}

// Says it all, then listens until the other side hangs up.
std::string answer_to(std::string const& request, std::string const& path) {
  int const socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(&address.sun_path[0], sizeof address.sun_path - 1);
  std::string answer;
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    answer = "no connection";
  // The server may hang up before it has heard everything: then what it said counts.
  std::string_view rest = request;
  while (!rest.empty()) {
    auto const sent = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent <= 0) break;
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  char buffer[4'096];
  for (ssize_t count = 0; (count = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
    answer.append(buffer, static_cast<std::size_t>(count));
  ::close(socket);
  return answer;
}

// Nothing, a good answer, or a refusal in problem+json.
bool is_proper(std::string_view answer) {
  constexpr std::string_view proceed = "HTTP/1.1 100 Continue\r\n\r\n";
  if (answer.starts_with(proceed)) answer.remove_prefix(proceed.size());
  if (answer.empty()) return true;
  if (!answer.starts_with("HTTP/1.1 ")) return false;
  auto const headers = answer.substr(0, answer.find("\r\n\r\n"));
  if (headers.find("API-Version: ") == std::string_view::npos) return false;
  bool const is_refusal = answer[9] == '4' || answer[9] == '5';
  return !is_refusal ||
         headers.find("Content-Type: application/problem+json") != std::string_view::npos;
}

}  // namespace

TEST_CASE("100,000 malformed requests are answered in problem+json or hung up on") {
  spdlog::set_level(spdlog::level::off);
  test::TemporaryFolder const folder;
  auto const store = open_sqlite_store(folder.path() / "c.db").value();
  REQUIRE(store->add_place({"klooslaan", "Willem Klooslaan", "2026-11-01T00:00:00Z"},
                           std::string(64, 'a')));
  Api const api(*store, still_clock);
  auto const path = (folder.path() / "http").string();
  auto server = Server::start({.address = "unix:" + path,
                               .transport = Transport::BehindProxy,
                               .pool = {.threads = clients, .waiting = clients},
                               .longest_wait_ms = longest_wait_ms},
                              api, system_clock(), [] {});
  REQUIRE(server);

  test::RequestMaker const maker(good_requests(), seed);
  std::atomic<std::uint64_t> next{0};
  std::atomic<std::uint64_t> answered{0};
  std::atomic<std::uint64_t> improper{requests};
  std::vector<std::thread> threads;
  for (int client = 0; client < clients; ++client)
    threads.emplace_back([&] {
      for (std::uint64_t number = next++; number < requests; number = next++) {
        auto const answer = answer_to(maker.request(number), path);
        if (!answer.empty()) ++answered;
        if (!is_proper(answer)) improper = number;
      }
    });
  for (auto& thread : threads) thread.join();

  if (improper < requests) {
    auto const request = maker.request(improper);
    auto const answer = answer_to(request, path);
    UNSCOPED_INFO("seed " << seed << ", number " << improper << "\n" << request << "\n" << answer);
  }
  CHECK(improper == requests);
  CHECK(answered > requests / 2);  // the others were not whole
  // Without a certificate nothing may have come in, and everybody else is still served.
  CHECK(store->count_events({}).value() == 0);
  CHECK(answer_to(get("/v1/gezondheid"), path).starts_with("HTTP/1.1 200 OK\r\n"));
}
