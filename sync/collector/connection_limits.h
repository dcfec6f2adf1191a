#pragma once
// How long a connection may last and how much it may send, handshake included. The HTTP library
// bounds each wait and not their sum, so this sits below it, at the socket. Worker threads.

#include <cstdint>
#include <functional>

#include "kiosk/base/clock.h"

struct ssl_ctx_st;

namespace inloop::collector {

struct ConnectionLimits {
  std::int64_t longest_ms = 30'000;
  std::int64_t longest_handshake_ms = 10'000;
  // While others wait for a thread, whoever has not finished asking by then makes room: a dribbling
  // client cannot keep them out.
  std::int64_t longest_when_crowded_ms = 3'000;
  std::function<bool()> is_crowded = [] { return false; };
  std::int64_t most_bytes = 192 * 1024;  // one event, its headers and a certificate chain
  Clock const* clock = nullptr;
};

// `limits` must outlive the context and all its connections. A connection that oversteps is cut
// off: its next read or write fails.
void limit_connections(ssl_ctx_st& context, ConnectionLimits const& limits);

}  // namespace inloop::collector
