#include "sync/collector/throwaway_identity.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

namespace inloop::collector {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

constexpr long lifetime_s = 3'600;

bool name_loopback(X509* certificate) {
  std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> const names(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"),
      X509_EXTENSION_free);
  return names != nullptr && X509_add_ext(certificate, names.get(), -1) == 1;
}

// Null when OpenSSL cannot.
Certificate self_signed(EVP_PKEY* key) {
  Certificate certificate(X509_new(), X509_free);
  auto* const raw = certificate.get();
  unsigned char const name[] = "inloop demo";
  bool const is_made = raw != nullptr && X509_set_version(raw, X509_VERSION_3) == 1 &&
                       ASN1_INTEGER_set(X509_get_serialNumber(raw), 1) == 1 &&
                       X509_gmtime_adj(X509_getm_notBefore(raw), -lifetime_s) != nullptr &&
                       X509_gmtime_adj(X509_getm_notAfter(raw), lifetime_s) != nullptr &&
                       X509_set_pubkey(raw, key) == 1 &&
                       X509_NAME_add_entry_by_txt(X509_get_subject_name(raw), "CN", MBSTRING_UTF8,
                                                  name, -1, -1, 0) == 1 &&
                       X509_set_issuer_name(raw, X509_get_subject_name(raw)) == 1 &&
                       name_loopback(raw) && X509_sign(raw, key, EVP_sha256()) > 0;
  if (!is_made) certificate.reset();
  return certificate;
}

File create(std::filesystem::path const& file) {
  File stream(std::fopen(file.c_str(), "wx"), std::fclose);
  if (stream && ::fchmod(::fileno(stream.get()), 0600) != 0) stream.reset();
  return stream;
}

}  // namespace

Result<ThrowawayIdentity> ThrowawayIdentity::make() {
  std::error_code no_place;
  auto const parent = std::filesystem::temp_directory_path(no_place);
  std::string name = (parent / "inloop-demo-XXXXXX").string();
  if (no_place || ::mkdtemp(name.data()) == nullptr)
    return failure("no temporary folder: {}", name);
  ThrowawayIdentity identity{name};
  Key const key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  if (!key) return failure("OpenSSL makes no key");
  auto const certificate = self_signed(key.get());
  if (!certificate) return failure("OpenSSL makes no certificate");
  auto const certificate_file = create(identity.certificate());
  auto const key_file = create(identity.private_key());
  if (!certificate_file || !key_file ||
      PEM_write_X509(certificate_file.get(), certificate.get()) != 1 ||
      PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    return failure("a demo certificate cannot be written in {}", name);
  return identity;
}

ThrowawayIdentity::ThrowawayIdentity(ThrowawayIdentity&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})) {}

ThrowawayIdentity::~ThrowawayIdentity() {
  std::error_code ignored;  // an hour later nobody can use what is left
  if (!m_folder.empty()) std::filesystem::remove_all(m_folder, ignored);
}

}  // namespace inloop::collector
