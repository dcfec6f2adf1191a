#include "sync/courier/http_curl.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/courier/fakes.h"
#include "tests/support/process.h"
#include "tests/support/raw_server.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using namespace inloop::courier::test;
using namespace std::chrono_literals;
using inloop::test::Identity;
using inloop::test::Purpose;
using inloop::test::RawConnection;
using inloop::test::RawServer;
using inloop::test::RawServerOptions;
using inloop::test::TestCa;
using inloop::test::Validity;

using Answer = std::function<void(RawConnection&)>;

Answer say(std::string text) {
  return [text = std::move(text)](RawConnection& connection) { connection.send(text); };
}

// A town with one authority, a server certificate and a kiosk's.
struct Town {
  inloop::test::TemporaryFolder folder;
  TestCa authority{folder.path(), "authority"};
  Identity server = authority.issue("server", Purpose::Server);
  Identity kiosk = authority.issue("kiosk", Purpose::Client);

  [[nodiscard]] HttpOptions to(std::uint16_t port) const {
    HttpOptions options;
    options.url = fmt::format("https://127.0.0.1:{}/v1/bezoektellingen", port);
    options.authority_file = authority.certificate();
    options.client_certificate_file = kiosk.certificate;
    options.client_key_file = kiosk.key;
    return options;
  }

  [[nodiscard]] RawServerOptions serving(Answer answer) const {
    return {.identity = server,
            .client_authority = authority.certificate(),
            .tls = RawServerOptions::Tls::UpTo13,
            .answer = std::move(answer)};
  }
};

HttpOutcome post(HttpOptions options) {
  static Letter const sent = letter(61);
  return curl_http(std::move(options))->post(request_for(sent));
}

Trouble trouble_of(HttpOutcome const& outcome) {
  if (auto const* const response = std::get_if<Response>(&outcome))
    FAIL("there was an answer: " << response->status);
  INFO(std::get<NoAnswer>(outcome).cause);
  CHECK_FALSE(std::get<NoAnswer>(outcome).cause.empty());
  return std::get<NoAnswer>(outcome).trouble;
}

bool is_our_certificate_suspected(HttpOutcome const& outcome) {
  auto const& cause = std::get<NoAnswer>(outcome).cause;
  INFO(cause);
  return cause.ends_with(" (or our client certificate was refused: is it still valid?)");
}

constexpr auto created =
    "HTTP/1.1 201 Created\r\nDate: Fri, 04 Dec 2026 03:00:00 GMT\r\n"
    "content-type:application/json\r\nContent-Length: 2\r\n\r\n{}";

TEST_CASE("the very bytes arrive over mutual TLS, and the answer comes back") {
  Town const town;
  RawServer const server(town.serving(say(created)));
  auto const response = std::get<Response>(post(town.to(server.port())));
  CHECK(response == Response{.status = 201,
                             .content_type = "application/json",
                             .retry_after = {},
                             .date = "Fri, 04 Dec 2026 03:00:00 GMT",
                             .body = "{}"});
  REQUIRE(server.requests().size() == 1);
  auto const request = server.requests().front();
  CHECK(request.starts_with("POST /v1/bezoektellingen HTTP/1.1\r\n"));
  CHECK(request.ends_with("\r\n\r\n" + event_bytes(61)));
  for (auto const& header : request_for(letter(61)).headers)
    CHECK(request.find("\r\n" + header + "\r\n") != std::string::npos);
  CHECK(request.find("Expect:") == std::string::npos);
}

TEST_CASE("a captive portal's page is handed on as what it is") {
  Town const town;
  RawServer const server(town.serving(
      say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")));
  auto const response = std::get<Response>(post(town.to(server.port())));
  CHECK(std::holds_alternative<NotDelivered>(verdict_on(response, letter(61), release_night)));
}

TEST_CASE("a redirection is not followed") {
  Town const town;
  RawServer const server(
      town.serving(say("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")));
  CHECK(std::get<Response>(post(town.to(server.port()))).status == 302);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("511 and its Retry-After are handed on") {
  Town const town;
  RawServer const server(
      town.serving(say("HTTP/1.1 511 Network Authentication Required\r\nRetry-After: "
                       "60\r\nContent-Length: 0\r\n\r\n")));
  auto const response = std::get<Response>(post(town.to(server.port())));
  CHECK(response.status == 511);
  CHECK(response.retry_after == "60");
}

TEST_CASE("of an interim answer nothing remains") {
  Town const town;
  RawServer const server(town.serving(
      say(std::string("HTTP/1.1 103 Early Hints\r\nRetry-After: 9\r\n\r\n") + created)));
  auto const response = std::get<Response>(post(town.to(server.port())));
  CHECK(response.status == 201);
  CHECK(response.retry_after == std::nullopt);
}

TEST_CASE("an endless body is cut off") {
  Town const town;
  RawServer const server(town.serving([](RawConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
    while (connection.send(std::string(4096, 'x'))) continue;
  }));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::TooLarge);
}

TEST_CASE("an answer of exactly the limit is taken, one byte more is not") {
  Town const town;
  auto const answer_with = [](std::size_t size) {
    return say(fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}", size,
                           std::string(size, 'x')));
  };
  RawServer const full(town.serving(answer_with(greatest_answer_bytes)));
  CHECK(std::get<Response>(post(town.to(full.port()))).body.size() == greatest_answer_bytes);
  RawServer const over(town.serving(answer_with(greatest_answer_bytes + 1)));
  CHECK(trouble_of(post(town.to(over.port()))) == Trouble::TooLarge);
}

TEST_CASE("endless headers are cut off") {
  Town const town;
  RawServer const server(town.serving([](RawConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\n");
    while (connection.send("X-More: " + std::string(1000, 'x') + "\r\n")) continue;
  }));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::TooLarge);
}

TEST_CASE("a drip-fed answer is given up") {
  Town const town;
  RawServer const server(town.serving([](RawConnection& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
    while (connection.pause(50ms) && connection.send("x")) continue;
  }));
  auto options = town.to(server.port());
  options.slow_after = 1s;
  CHECK(trouble_of(post(options)) == Trouble::Slow);
}

TEST_CASE("a server that says nothing is given up") {
  Town const town;
  RawServer const server(
      town.serving([](RawConnection& connection) { (void)connection.pause(1h); }));
  auto options = town.to(server.port());
  options.total_timeout = 500ms;
  CHECK(trouble_of(post(options)) == Trouble::Slow);
}

TEST_CASE("a request is given up when the program must stop") {
  Town const town;
  RawServer const server(
      town.serving([](RawConnection& connection) { (void)connection.pause(1h); }));
  auto options = town.to(server.port());
  options.is_stop_asked = [&] { return !server.requests().empty(); };
  CHECK(trouble_of(post(options)) == Trouble::Interrupted);
}

TEST_CASE("an answer that is lost after the request was read is no answer") {
  Town const town;
  RawServer const server(town.serving(say("")));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::Connection);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("an answer that breaks off is no answer") {
  Town const town;
  RawServer const server(
      town.serving(say("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\"")));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::Connection);
}

TEST_CASE("nobody at the other end is no connection") {
  Town const town;
  CHECK(trouble_of(post(town.to(inloop::test::free_port()))) == Trouble::Connection);
}

TEST_CASE("an expired certificate is not believed") {
  Town town;
  town.server = town.authority.issue("expired", Purpose::Server, Validity::Expired);
  RawServer const server(town.serving(say(created)));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::Certificate);
  CHECK(server.requests().empty());
}

TEST_CASE("a certificate that is not yet valid is told apart, for the sake of dead clocks") {
  Town town;
  town.server = town.authority.issue("future", Purpose::Server, Validity::NotYetValid);
  RawServer const server(town.serving(say(created)));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::CertificateNotYetValid);
  CHECK(server.requests().empty());
}

TEST_CASE("a certificate of an unknown authority is not believed") {
  Town town;
  TestCa const stranger(town.folder.path(), "stranger");
  town.server = stranger.issue("server-of-a-stranger", Purpose::Server);
  RawServer const server(town.serving(say(created)));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::Certificate);
  CHECK(server.requests().empty());
}

TEST_CASE("a certificate for somebody else is not believed") {
  Town town;
  town.server = town.authority.issue("other-kiosk", Purpose::Client);
  RawServer const server(town.serving(say(created)));
  CHECK(trouble_of(post(town.to(server.port()))) == Trouble::Certificate);
  CHECK(server.requests().empty());
}

// The pin of a certificate's key, made by another program than ours.
std::string pin_of(Identity const& identity) {
  auto const script = fmt::format(
      "openssl x509 -in '{}' -noout -pubkey | openssl pkey -pubin -outform der | "
      "openssl dgst -sha256 -binary | base64",
      identity.certificate.string());
  auto pin = inloop::test::run({"/bin/sh", {"-c", script}, {}}).output;
  while (!pin.empty() && pin.back() == '\n') pin.pop_back();
  return "sha256//" + pin;
}

TEST_CASE("only the pinned key is believed, whatever an authority says") {
  Town town;
  RawServer const server(town.serving(say(created)));
  auto options = town.to(server.port());
  options.pinned_public_keys = pin_of(town.kiosk);
  CHECK(trouble_of(post(options)) == Trouble::Pin);
  CHECK(server.requests().empty());
  options.pinned_public_keys = pin_of(town.kiosk) + ";" + pin_of(town.server);
  CHECK(std::get<Response>(post(options)).status == 201);
}

TEST_CASE("TLS older than asked for is refused") {
  Town const town;
  auto serving = town.serving(say(created));
  serving.tls = RawServerOptions::Tls::UpTo12;
  RawServer const older(serving);
  auto options = town.to(older.port());
  CHECK(trouble_of(post(options)) == Trouble::Handshake);
  options.least_tls = TlsVersion::Tls12;
  CHECK(std::get<Response>(post(options)).status == 201);

  serving.tls = RawServerOptions::Tls::UpTo11;
  RawServer const oldest(serving);
  options = town.to(oldest.port());
  options.least_tls = TlsVersion::Tls12;
  CHECK(trouble_of(post(options)) == Trouble::Handshake);
  CHECK(oldest.requests().empty());
}

TEST_CASE("without our certificate a server that wants one gives no answer") {
  Town const town;
  RawServer const server(town.serving(say(created)));
  auto options = town.to(server.port());
  options.client_certificate_file.clear();
  options.client_key_file.clear();
  auto const outcome = post(options);
  (void)trouble_of(outcome);
  CHECK_FALSE(is_our_certificate_suspected(outcome));
  CHECK(server.requests().empty());
}

TEST_CASE("a refusal of our certificate is named as a possible cause under TLS 1.3") {
  Town town;
  town.kiosk = town.authority.issue("expired-kiosk", Purpose::Client, Validity::Expired);
  RawServer const server(town.serving(say(created)));
  auto const outcome = post(town.to(server.port()));
  CHECK(trouble_of(outcome) == Trouble::Connection);
  CHECK(is_our_certificate_suspected(outcome));
  CHECK(server.requests().empty());
}

TEST_CASE("under TLS 1.2 a refusal of our certificate ends the handshake") {
  Town const town;
  auto serving = town.serving(say(created));
  serving.tls = RawServerOptions::Tls::UpTo12;
  RawServer const server(serving);
  auto options = town.to(server.port());
  options.least_tls = TlsVersion::Tls12;
  TestCa const stranger(town.folder.path(), "stranger");
  auto const unknown = stranger.issue("kiosk-of-a-stranger", Purpose::Client);
  options.client_certificate_file = unknown.certificate;
  options.client_key_file = unknown.key;
  CHECK(trouble_of(post(options)) == Trouble::Handshake);
  // libcurl takes the alert about an expired certificate of ours for one about the server's.
  auto const expired = town.authority.issue("old-kiosk", Purpose::Client, Validity::Expired);
  options.client_certificate_file = expired.certificate;
  options.client_key_file = expired.key;
  CHECK(trouble_of(post(options)) == Trouble::Certificate);
  CHECK(server.requests().empty());
}

TEST_CASE("our certificate is not suspected before there was a handshake or after an answer") {
  Town const town;
  RawServer const no_proxy(town.serving(say(created)));
  auto options = town.to(inloop::test::free_port());
  options.proxy = fmt::format("http://127.0.0.1:{}", no_proxy.port());
  auto const without_handshake = post(options);
  CHECK(trouble_of(without_handshake) == Trouble::Connection);
  CHECK_FALSE(is_our_certificate_suspected(without_handshake));

  RawServer const server(
      town.serving(say("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\"")));
  CHECK_FALSE(is_our_certificate_suspected(post(town.to(server.port()))));
}

TEST_CASE("files of ours that cannot be used are named as the cause") {
  Town const town;
  RawServer const server(town.serving(say(created)));
  auto options = town.to(server.port());
  options.client_key_file = town.folder.path() / "absent.key";
  CHECK(trouble_of(post(options)) == Trouble::OwnSetup);
  options = town.to(server.port());
  options.authority_file = town.folder.path() / "absent.pem";
  CHECK(trouble_of(post(options)) == Trouble::OwnSetup);
}

TEST_CASE("an address without TLS is refused") {
  Town const town;
  auto options = town.to(inloop::test::free_port());
  options.url.replace(0, 5, "http");
  CHECK(trouble_of(post(options)) == Trouble::OwnSetup);
}

TEST_CASE("a proxy of the environment is not used") {
  Town const town;
  RawServer const server(town.serving(say(created)));
  setenv("https_proxy", fmt::format("http://127.0.0.1:{}", inloop::test::free_port()).c_str(), 1);
  auto const outcome = post(town.to(server.port()));
  unsetenv("https_proxy");
  CHECK(std::get<Response>(outcome).status == 201);
}

}  // namespace
