#pragma once
// The collector's side of TLS: 1.3 only, its own certificate, and a client certificate that is
// asked for but not demanded, because reading is open to all. Main thread, at start.

#include <filesystem>

#include "kiosk/base/result.h"

struct ssl_ctx_st;

namespace inloop::collector {

struct TlsFiles {
  std::filesystem::path certificate;       // PEM, the chain from our own upwards
  std::filesystem::path private_key;       // PEM
  std::filesystem::path client_authority;  // PEM: who signs the certificates of the kiosks
  std::filesystem::path revoked;           // PEM: its list of revoked ones; empty: there is none
};

[[nodiscard]] Result<> prepare_tls(ssl_ctx_st& context, TlsFiles const& files);

}  // namespace inloop::collector
