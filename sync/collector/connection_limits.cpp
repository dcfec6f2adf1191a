#include "sync/collector/connection_limits.h"

#include <memory>

#include <openssl/bio.h>
#include <openssl/ssl.h>

#include "kiosk/base/assert.h"

namespace inloop::collector {
namespace {

struct Connection {
  ConnectionLimits const& limits;
  SSL const* tls = nullptr;
  std::int64_t since_ms = 0;
  std::int64_t received_bytes = 0;

  [[nodiscard]] bool may_write() const {
    return received_bytes <= limits.most_bytes && age_ms() < limits.longest_ms;
  }
  [[nodiscard]] bool may_read() const {
    if (!may_write()) return false;
    if (SSL_is_init_finished(tls) == 0 && age_ms() >= limits.longest_handshake_ms) return false;
    return age_ms() < limits.longest_when_crowded_ms || !limits.is_crowded();
  }
  [[nodiscard]] std::int64_t age_ms() const { return limits.clock->uptime_ms() - since_ms; }
};

Connection* connection_of(BIO* socket) {
  return reinterpret_cast<Connection*>(BIO_get_callback_arg(socket));
}

// Stands between OpenSSL and the socket. A negative number forbids what is about to happen.
long watch(BIO* socket, int operation, char const*, std::size_t, int, long, int result,
           std::size_t* processed_bytes) {
  switch (operation) {
    case BIO_CB_READ:
    case BIO_CB_WRITE:
      if (operation == BIO_CB_READ ? connection_of(socket)->may_read()
                                   : connection_of(socket)->may_write())
        return 1;
      BIO_clear_retry_flags(socket);  // or the caller would take it for "not yet"
      return -1;
    case BIO_CB_READ | BIO_CB_RETURN:
      if (result > 0 && processed_bytes != nullptr)
        connection_of(socket)->received_bytes += static_cast<std::int64_t>(*processed_bytes);
      return result;
    case BIO_CB_FREE:
      delete connection_of(socket);  // it lives exactly as long as the socket's object
      return 1;
    default:
      return (operation & BIO_CB_RETURN) != 0 ? result : 1;
  }
}

void attach_at_handshake(SSL const* connection, int where, int) {
  if ((where & SSL_CB_HANDSHAKE_START) == 0) return;
  BIO* const socket = SSL_get_rbio(connection);
  if (BIO_get_callback_ex(socket) != nullptr) return;
  auto const* const limits =
      static_cast<ConnectionLimits const*>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(connection)));
  auto state =
      std::make_unique<Connection>(Connection{*limits, connection, limits->clock->uptime_ms(), 0});
  BIO_set_callback_arg(socket, reinterpret_cast<char*>(state.release()));
  BIO_set_callback_ex(socket, watch);
}

}  // namespace

void limit_connections(ssl_ctx_st& context, ConnectionLimits const& limits) {
  INLOOP_ASSERT(limits.clock != nullptr);
  SSL_CTX_set_app_data(&context, const_cast<ConnectionLimits*>(&limits));
  SSL_CTX_set_info_callback(&context, attach_at_handshake);
}

}  // namespace inloop::collector
