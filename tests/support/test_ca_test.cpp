#include "tests/support/test_ca.h"

#include <fstream>
#include <memory>
#include <sstream>

#include <catch2/catch.hpp>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "tests/support/temporary_folder.h"

namespace inloop::test {
namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate read_certificate(std::filesystem::path const& file) {
  std::unique_ptr<FILE, decltype(&std::fclose)> const stream(std::fopen(file.c_str(), "r"),
                                                             std::fclose);
  REQUIRE(stream);
  return {PEM_read_X509(stream.get(), nullptr, nullptr, nullptr), X509_free};
}

// OpenSSL's verdict on a moment in 2026: X509_V_OK, or why not.
int verdict(std::filesystem::path const& trusted, std::filesystem::path const& file, int purpose) {
  std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> const store(X509_STORE_new(),
                                                                      X509_STORE_free);
  std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> const context(
      X509_STORE_CTX_new(), X509_STORE_CTX_free);
  auto const authority = read_certificate(trusted);
  auto const certificate = read_certificate(file);
  X509_STORE_add_cert(store.get(), authority.get());
  X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr);
  auto* const parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, 1'796'353'200);
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_X509_STRICT);
  X509_VERIFY_PARAM_set_purpose(parameters, purpose);
  X509_verify_cert(context.get());
  return X509_STORE_CTX_get_error(context.get());
}

}  // namespace

TEST_CASE("A strict verifier takes each certificate for its purpose only") {
  TemporaryFolder const folder;
  TestCa const ca(folder.path(), "ca");
  auto const server = ca.issue("collector", Purpose::Server);
  auto const client = ca.issue("kiosk-1", Purpose::Client);
  CHECK(verdict(ca.certificate(), server.certificate, X509_PURPOSE_SSL_SERVER) == X509_V_OK);
  CHECK(verdict(ca.certificate(), client.certificate, X509_PURPOSE_SSL_CLIENT) == X509_V_OK);
  CHECK(verdict(ca.certificate(), client.certificate, X509_PURPOSE_SSL_SERVER) ==
        X509_V_ERR_INVALID_PURPOSE);
}

TEST_CASE("A server certificate is one for loopback and for nobody else") {
  TemporaryFolder const folder;
  TestCa const ca(folder.path(), "ca");
  auto const certificate = read_certificate(ca.issue("collector", Purpose::Server).certificate);
  CHECK(X509_check_host(certificate.get(), "localhost", 0, 0, nullptr) == 1);
  CHECK(X509_check_ip_asc(certificate.get(), "127.0.0.1", 0) == 1);
  CHECK(X509_check_host(certificate.get(), "example.org", 0, 0, nullptr) == 0);
}

TEST_CASE("Certificates out of their dates or of another authority are refused") {
  TemporaryFolder const folder;
  TestCa const ca(folder.path(), "ca");
  TestCa const stranger(folder.path(), "stranger");
  auto const client = ca.issue("kiosk-1", Purpose::Client).certificate;
  auto const expired = ca.issue("old", Purpose::Client, Validity::Expired).certificate;
  auto const early = ca.issue("new", Purpose::Client, Validity::NotYetValid).certificate;
  auto const purpose = X509_PURPOSE_SSL_CLIENT;
  CHECK(verdict(ca.certificate(), expired, purpose) == X509_V_ERR_CERT_HAS_EXPIRED);
  CHECK(verdict(ca.certificate(), early, purpose) == X509_V_ERR_CERT_NOT_YET_VALID);
  CHECK(verdict(stranger.certificate(), client, purpose) != X509_V_OK);
}

TEST_CASE("Two certificates of one authority never share a key, nor a file") {
  TemporaryFolder const folder;
  TestCa const ca(folder.path(), "ca");
  auto const first = read_certificate(ca.issue("kiosk-1", Purpose::Client).certificate);
  auto const second = read_certificate(ca.issue("kiosk-2", Purpose::Client).certificate);
  CHECK(EVP_PKEY_eq(X509_get0_pubkey(first.get()), X509_get0_pubkey(second.get())) == 0);
  CHECK_THROWS(ca.issue("kiosk-1", Purpose::Client));
}

}  // namespace inloop::test
