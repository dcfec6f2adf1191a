#include "sync/collector/client_key.h"

#include <memory>

#include <catch2/catch.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test_ca.h"

using namespace inloop;
using namespace inloop::collector;

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key new_key() {
  return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

Certificate certificate_for(EVP_PKEY* key, long serial_number) {
  Certificate certificate(X509_new(), &X509_free);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial_number);
  X509_set_pubkey(certificate.get(), key);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

}  // namespace

TEST_CASE("a certificate renewed on the same key is known by the same hash") {
  auto const key = new_key();
  CHECK(key_hash_of(*certificate_for(key.get(), 1)) == key_hash_of(*certificate_for(key.get(), 2)));
  CHECK(key_hash_of(*certificate_for(key.get(), 1)) !=
        key_hash_of(*certificate_for(new_key().get(), 1)));
  CHECK(key_hash_of(*certificate_for(key.get(), 1)).size() == 64);
}

TEST_CASE("a file without a certificate is refused with its name") {
  test::TemporaryFolder const folder;
  test::TestCa const ca(folder.path(), "ca");
  CHECK(key_hash_of_file(ca.certificate()).has_value());
  auto const none = key_hash_of_file(folder.write("leeg.pem", "niets"));
  REQUIRE_FALSE(none);
  CHECK(none.error().what.find("leeg.pem") != std::string::npos);
  CHECK_FALSE(key_hash_of_file(folder.path() / "weg.pem"));
}
