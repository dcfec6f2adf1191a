#pragma once
// A TLS client that says what it likes, byte by byte, for tests of how a server bears it. One
// thread.

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/test_ca.h"

namespace inloop::collector {

// A TCP connection to loopback.
class RawConnection {
 public:
  explicit RawConnection(int port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot connect");
  }
  RawConnection(RawConnection const&) = delete;
  RawConnection& operator=(RawConnection const&) = delete;
  ~RawConnection() { ::close(m_socket); }

  [[nodiscard]] int socket() const { return m_socket; }

  // Waits until the other side has hung up.
  void wait_for_end() const {
    char byte = 0;
    while (::recv(m_socket, &byte, 1, 0) > 0) {
    }
  }

 private:
  int m_socket;
};

// TLS over it; the server is not verified, it is the client that is on trial.
class RawClient {
 public:
  explicit RawClient(int port, std::optional<test::Identity> const& identity = std::nullopt)
      : m_connection(port) {
    if (identity) {
      SSL_use_certificate_file(m_tls.get(), identity->certificate.c_str(), SSL_FILETYPE_PEM);
      SSL_use_PrivateKey_file(m_tls.get(), identity->key.c_str(), SSL_FILETYPE_PEM);
    }
    SSL_set_fd(m_tls.get(), m_connection.socket());
    if (SSL_connect(m_tls.get()) != 1) throw std::runtime_error("no handshake");
  }

  // False when the connection is gone.
  bool write(std::string_view bytes) {
    return SSL_write(m_tls.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
  }

  // All that comes until the other side hangs up.
  [[nodiscard]] std::string read_all() {
    std::string all;
    char buffer[4096];
    for (int count = 0; (count = SSL_read(m_tls.get(), buffer, sizeof buffer)) > 0;)
      all.append(buffer, static_cast<std::size_t>(count));
    return all;
  }

 private:
  RawConnection m_connection;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context{SSL_CTX_new(TLS_client_method()),
                                                              &SSL_CTX_free};
  std::unique_ptr<SSL, decltype(&SSL_free)> m_tls{SSL_new(m_context.get()), &SSL_free};
};

}  // namespace inloop::collector
