#include "sync/collector/listener.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace inloop::collector {
namespace {

constexpr int most_unaccepted_connections = 64;

// The library knows no Unix sockets, but accepts from whatever socket it is given.
class PlainServer final : public httplib::Server {
 public:
  ~PlainServer() override {
    if (!m_path.empty()) ::unlink(m_path.c_str());
  }

  Result<> bind_to_path(std::string const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
      return failure("{} is no path for a socket", path);
    path.copy(&address.sun_path[0], path.size());
    if (auto const removed = remove_stale(path, address); !removed) return removed;
    int const socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // Its group is that of the proxy; nobody else may speak in the name of a kiosk.
    if (socket < 0 ||
        ::bind(socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0 ||
        ::chmod(path.c_str(), S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP) != 0 ||
        ::listen(socket, most_unaccepted_connections) != 0) {
      auto const reason = failure("cannot listen on {}: {}", path, std::strerror(errno));
      if (socket >= 0) ::close(socket);
      return reason;
    }
    m_path = path;
    svr_sock_ = socket;
    return {};
  }

 private:
  // Makes room where a collector that was killed has left its socket, and only there.
  static Result<> remove_stale(std::string const& path, sockaddr_un const& address) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return {};  // binding says what is wrong, if anything
    if (!S_ISSOCK(status.st_mode)) return failure("{} is there already and is no socket", path);
    int const probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool const is_deserted =
        probe >= 0 &&
        ::connect(probe, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0 &&
        errno == ECONNREFUSED;
    if (probe >= 0) ::close(probe);
    if (!is_deserted) return failure("somebody listens on {} already", path);
    ::unlink(path.c_str());
    return {};
  }

  std::string m_path;
};

}  // namespace

bool is_private_address(std::string_view address) {
  return address == "127.0.0.1" || address == "::1" || address.starts_with(unix_prefix);
}

Result<std::unique_ptr<httplib::Server>> tls_listener(TlsFiles const& files,
                                                      ConnectionLimits const& limits) {
  Result<> prepared;
  auto server = std::make_unique<httplib::SSLServer>([&](SSL_CTX& context) {
    prepared = prepare_tls(context, files);
    limit_connections(context, limits);
    return prepared.has_value();
  });
  if (!prepared) return tl::unexpected<Error>(prepared.error());
  return server;
}

std::unique_ptr<httplib::Server> plain_listener() {
  return std::make_unique<PlainServer>();
}

Result<int> bind_listener(httplib::Server& server, std::string const& address, int port) {
  if (address.starts_with(unix_prefix)) {
    auto const bound =
        dynamic_cast<PlainServer&>(server).bind_to_path(address.substr(unix_prefix.size()));
    if (!bound) return tl::unexpected<Error>(bound.error());
    return 0;
  }
  if (port == 0)
    port = server.bind_to_any_port(address);
  else if (!server.bind_to_port(address, port))
    port = -1;
  if (port <= 0) return failure("cannot listen on {}", address);
  return port;
}

}  // namespace inloop::collector
