#pragma once
// Carries questions over HTTP to the Api and its answers back, and knows nothing of counts. TLS
// ends here or at a proxy on this machine. One thread accepts, a fixed number of workers serve; one
// request a connection.

#include <functional>
#include <memory>
#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/collector/api.h"
#include "sync/collector/tls.h"
#include "sync/collector/worker_pool.h"

namespace inloop::collector {

enum class Transport {
  Tls,          // TLS ends here
  BehindProxy,  // it ends at a proxy on this machine, which passes the client's certificate on
};

struct ServerSettings {
  std::string address = "127.0.0.1";  // or "unix:/a/path", behind a proxy only
  int port = 0;                       // 0: any free one
  Transport transport = Transport::Tls;
  TlsFiles tls;  // not behind a proxy
  PoolSize pool;
  std::int64_t longest_connection_ms = 30'000;
  std::int64_t longest_handshake_ms = 10'000;
  std::int64_t longest_when_crowded_ms = 3'000;  // for asking, while others wait for a thread
  std::int64_t longest_wait_ms = 5'000;          // for the next bytes of a client
};

class Server {
 public:
  // Listens when it returns. `api` and `clock` must outlive the server. `on_broken` is called once,
  // from another thread, when no more connections can be accepted though nobody stopped it.
  [[nodiscard]] static Result<Server> start(ServerSettings const& settings, Api const& api,
                                            Clock const& clock, std::function<void()> on_broken);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  // Takes no more connections and waits for those that are being served.
  ~Server();

  [[nodiscard]] int port() const;

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::collector
