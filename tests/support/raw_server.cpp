#include "tests/support/raw_server.h"

#include <array>
#include <charconv>
#include <csignal>
#include <stdexcept>

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace inloop::test {
namespace {

using Tls = std::unique_ptr<SSL, decltype(&SSL_free)>;

constexpr std::size_t most_request_bytes = 1024 * 1024;

void require(bool condition, char const* what) {
  if (!condition) throw std::runtime_error(std::string("raw server: ") + what);
}

int version_of(RawServerOptions::Tls tls) {
  switch (tls) {
    case RawServerOptions::Tls::UpTo13:
      return TLS1_3_VERSION;
    case RawServerOptions::Tls::UpTo12:
      return TLS1_2_VERSION;
    case RawServerOptions::Tls::UpTo11:
      return TLS1_1_VERSION;
  }
  return TLS1_3_VERSION;
}

std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_of(RawServerOptions const& options) {
  std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context(SSL_CTX_new(TLS_server_method()),
                                                       SSL_CTX_free);
  auto* const raw = context.get();
  require(raw != nullptr, "no TLS");
  // Today's default level refuses old TLS by itself; here the client is what must refuse it.
  SSL_CTX_set_security_level(raw, 0);
  require(SSL_CTX_set_min_proto_version(raw, TLS1_VERSION) == 1, "least version");
  require(SSL_CTX_set_max_proto_version(raw, version_of(options.tls)) == 1, "greatest version");
  require(SSL_CTX_use_certificate_chain_file(raw, options.identity.certificate.c_str()) == 1,
          "certificate");
  require(SSL_CTX_use_PrivateKey_file(raw, options.identity.key.c_str(), SSL_FILETYPE_PEM) == 1,
          "key");
  if (!options.client_authority.empty()) {
    require(SSL_CTX_load_verify_locations(raw, options.client_authority.c_str(), nullptr) == 1,
            "client authority");
    SSL_CTX_set_verify(raw, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  }
  return context;
}

// How long the body is that the headers promise; the tests' clients always say it.
std::size_t body_length(std::string_view head) {
  constexpr std::string_view name = "Content-Length: ";
  auto const at = head.find(name);
  std::size_t length = 0;
  if (at != std::string_view::npos)
    std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

// A whole request, or an empty string when the other side has gone before its end.
std::string read_request(SSL* tls) {
  std::string request;
  std::array<char, 4096> buffer{};
  while (request.size() < most_request_bytes) {
    auto const end_of_head = request.find("\r\n\r\n");
    if (end_of_head != std::string::npos &&
        request.size() >= end_of_head + 4 + body_length(request.substr(0, end_of_head)))
      return request;
    int const got = SSL_read(tls, buffer.data(), static_cast<int>(buffer.size()));
    if (got <= 0) return "";
    request.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return "";
}

}  // namespace

bool RawConnection::send(std::string_view bytes) {
  return SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size())) > 0;
}

bool RawConnection::pause(std::chrono::milliseconds length) const {
  std::array<pollfd, 2> watched{{{.fd = m_socket, .events = POLLIN | POLLRDHUP, .revents = 0},
                                 {.fd = m_wake_up, .events = POLLIN, .revents = 0}}};
  return poll(watched.data(), watched.size(), static_cast<int>(length.count())) == 0;
}

RawServer::RawServer(RawServerOptions options)
    : m_options(std::move(options)),
      m_context(context_of(m_options)),
      m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      m_wake_up(eventfd(0, EFD_CLOEXEC)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* const name = reinterpret_cast<sockaddr*>(&address);
  socklen_t length = sizeof address;
  require(m_wake_up >= 0 && bind(m_listener, name, length) == 0 && listen(m_listener, 16) == 0 &&
              getsockname(m_listener, name, &length) == 0,
          "cannot listen");
  m_port = ntohs(address.sin_port);
  m_thread = std::thread([this] { serve(); });
}

RawServer::~RawServer() {
  std::uint64_t const one = 1;
  [[maybe_unused]] auto const written = write(m_wake_up, &one, sizeof one);
  m_thread.join();
  close(m_listener);
  close(m_wake_up);
}

std::vector<std::string> RawServer::requests() const {
  std::lock_guard const lock(m_mutex);
  return m_requests;
}

void RawServer::serve() {
  // OpenSSL writes to sockets that the client has closed; that must not end the test.
  sigset_t broken_pipe;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
  while (true) {
    std::array<pollfd, 2> watched{{{.fd = m_listener, .events = POLLIN, .revents = 0},
                                   {.fd = m_wake_up, .events = POLLIN, .revents = 0}}};
    if (poll(watched.data(), watched.size(), -1) < 0) continue;
    if (watched[1].revents != 0) return;
    int const connection = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    serve_one(connection);
    close(connection);
  }
}

void RawServer::serve_one(int socket) {
  Tls const tls(SSL_new(m_context.get()), SSL_free);
  SSL_set_fd(tls.get(), socket);
  if (SSL_accept(tls.get()) != 1) return;
  auto request = read_request(tls.get());
  if (request.empty()) return;
  {
    std::lock_guard const lock(m_mutex);
    m_requests.push_back(std::move(request));
  }
  RawConnection connection(tls.get(), socket, m_wake_up);
  m_options.answer(connection);
  SSL_shutdown(tls.get());
}

}  // namespace inloop::test
