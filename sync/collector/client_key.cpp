#include "sync/collector/client_key.h"

#include <memory>

#include <openssl/pem.h>
#include <openssl/x509.h>

#include "kiosk/base/assert.h"
#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<BIO, decltype(&BIO_free)>;

}  // namespace

std::string key_hash_of(x509_st const& certificate) {
  unsigned char* encoded = nullptr;
  int const length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(&certificate), &encoded);
  INLOOP_ASSERT(length > 0);
  std::string const key(reinterpret_cast<char const*>(encoded), static_cast<std::size_t>(length));
  OPENSSL_free(encoded);
  return report::content_hash(key);
}

Result<std::string> key_hash_of_file(std::filesystem::path const& pem) {
  File const file(BIO_new_file(pem.c_str(), "r"), &BIO_free);
  if (!file) return failure("cannot open {}", pem.string());
  Certificate const certificate(PEM_read_bio_X509(file.get(), nullptr, nullptr, nullptr),
                                &X509_free);
  if (!certificate) return failure("{} holds no certificate in PEM form", pem.string());
  return key_hash_of(*certificate);
}

}  // namespace inloop::collector
