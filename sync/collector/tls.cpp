#include "sync/collector/tls.h"

#include <array>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace inloop::collector {
namespace {

tl::unexpected<Error> tls_failure(std::filesystem::path const& file) {
  std::array<char, 256> reason{};
  ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
  return failure("cannot use {}: {}", file.string(), reason.data());
}

// A list that is out of date refuses everybody: better a kiosk that waits than one that was stolen.
bool load_revoked(ssl_ctx_st& context, std::filesystem::path const& list) {
  X509_STORE* const store = SSL_CTX_get_cert_store(&context);
  X509_LOOKUP* const lookup = X509_STORE_add_lookup(store, X509_LOOKUP_file());
  return lookup != nullptr && X509_load_crl_file(lookup, list.c_str(), X509_FILETYPE_PEM) >= 1 &&
         X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK) == 1;
}

}  // namespace

Result<> prepare_tls(ssl_ctx_st& context, TlsFiles const& files) {
  ERR_clear_error();
  SSL_CTX_set_min_proto_version(&context, TLS1_3_VERSION);
  // No resumption: connections are rare, and each one shows its certificate afresh.
  SSL_CTX_set_options(&context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_num_tickets(&context, 0);
  SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_OFF);

  if (SSL_CTX_use_certificate_chain_file(&context, files.certificate.c_str()) != 1)
    return tls_failure(files.certificate);
  if (SSL_CTX_use_PrivateKey_file(&context, files.private_key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(&context) != 1)
    return tls_failure(files.private_key);

  auto* const names = SSL_load_client_CA_file(files.client_authority.c_str());
  if (names == nullptr ||
      SSL_CTX_load_verify_locations(&context, files.client_authority.c_str(), nullptr) != 1)
    return tls_failure(files.client_authority);
  SSL_CTX_set_client_CA_list(&context, names);
  if (!files.revoked.empty() && !load_revoked(context, files.revoked))
    return tls_failure(files.revoked);
  // Without FAIL_IF_NO_PEER_CERT: none is fine for reading, a wrong one ends the handshake.
  SSL_CTX_set_verify(&context, SSL_VERIFY_PEER, nullptr);
  return {};
}

}  // namespace inloop::collector
