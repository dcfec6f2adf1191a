#pragma once
// A TLS server on loopback that does what a test tells it to, badly behaved or not. It knows no
// HTTP but where a request ends. It serves one connection after the other on a thread of its own;
// the test's thread owns it.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/support/test_ca.h"

struct ssl_st;
struct ssl_ctx_st;

namespace inloop::test {

// One connection after its handshake. Server's thread.
class RawConnection {
 public:
  RawConnection(ssl_st* tls, int socket, int wake_up)
      : m_tls(tls), m_socket(socket), m_wake_up(wake_up) {}

  // False when the other side has gone.
  bool send(std::string_view bytes);

  // Waits as long as nothing happens. False when the other side has gone or the server must end.
  [[nodiscard]] bool pause(std::chrono::milliseconds length) const;

 private:
  ssl_st* m_tls;
  int m_socket;
  int m_wake_up;
};

struct RawServerOptions {
  Identity identity;
  std::filesystem::path client_authority;  // empty: no client certificate is asked for
  enum class Tls { UpTo13, UpTo12, UpTo11 } tls = Tls::UpTo13;
  // Called with each whole request; the connection is closed afterwards.
  std::function<void(RawConnection&)> answer;
};

class RawServer {
 public:
  // Listens on a free port of 127.0.0.1. Throws std::runtime_error when it cannot.
  explicit RawServer(RawServerOptions options);
  ~RawServer();
  RawServer(RawServer const&) = delete;
  RawServer& operator=(RawServer const&) = delete;

  [[nodiscard]] std::uint16_t port() const { return m_port; }

  // The requests that came whole, headers and body.
  [[nodiscard]] std::vector<std::string> requests() const;

 private:
  void serve();
  void serve_one(int socket);

  RawServerOptions m_options;
  std::unique_ptr<ssl_ctx_st, void (*)(ssl_ctx_st*)> m_context;
  int m_listener = -1;
  int m_wake_up = -1;  // readable from the moment the server must end
  std::uint16_t m_port = 0;
  mutable std::mutex m_mutex;
  std::vector<std::string> m_requests;
  std::thread m_thread;
};

}  // namespace inloop::test
