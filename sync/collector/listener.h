#pragma once
// The HTTP library's servers as we need them: one that speaks TLS itself, and one behind a proxy on
// this machine, on loopback or on a Unix socket. Main thread, at start.

#include <memory>
#include <string>

#include <httplib.h>

#include "kiosk/base/result.h"
#include "sync/collector/connection_limits.h"
#include "sync/collector/tls.h"

namespace inloop::collector {

inline constexpr std::string_view unix_prefix = "unix:";

// May only this machine connect to it? 127.0.0.1, ::1 and "unix:/a/path".
[[nodiscard]] bool is_private_address(std::string_view address);

// `limits` must outlive the server.
[[nodiscard]] Result<std::unique_ptr<httplib::Server>> tls_listener(TlsFiles const& files,
                                                                    ConnectionLimits const& limits);
[[nodiscard]] std::unique_ptr<httplib::Server> plain_listener();

// The port it listens on; 0 for a Unix socket. The server must come from plain_listener() when the
// address is one.
[[nodiscard]] Result<int> bind_listener(httplib::Server& server, std::string const& address,
                                        int port);

}  // namespace inloop::collector
