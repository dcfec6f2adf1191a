#include "tests/support/test_ca.h"

#include <cstdio>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

namespace inloop::test {
namespace {

using std::filesystem::path;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<FILE, decltype(&std::fclose)>;

void require(bool condition, std::string const& what) {
  if (!condition) throw std::runtime_error("test certificate authority: " + what);
}

Key new_key() {
  Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  require(key != nullptr, "no key");
  return key;
}

File create(path const& file) {
  File stream(std::fopen(file.c_str(), "wx"), std::fclose);
  require(stream != nullptr, "cannot create " + file.string());
  require(fchmod(fileno(stream.get()), 0600) == 0, "cannot protect " + file.string());
  return stream;
}

void write_certificate(path const& file, X509* certificate) {
  auto const stream = create(file);
  require(PEM_write_X509(stream.get(), certificate) == 1, "cannot write " + file.string());
}

void write_key(path const& file, EVP_PKEY* key) {
  auto const stream = create(file);
  require(PEM_write_PrivateKey(stream.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
          "cannot write " + file.string());
}

struct Dates {
  char const* first;  // as ASN.1 writes a moment
  char const* last;
};

Dates dates_of(Validity validity) {
  switch (validity) {
    case Validity::Valid:
      break;
    case Validity::Expired:
      return {"20200101000000Z", "20210101000000Z"};
    case Validity::NotYetValid:
      return {"20980101000000Z", "20990101000000Z"};
  }
  return {"20200101000000Z", "20990101000000Z"};
}

void set_serial_number(X509* certificate) {
  unsigned char bytes[8];
  require(RAND_bytes(bytes, sizeof bytes) == 1, "no random serial number");
  std::uint64_t number = 0;
  for (auto const byte : bytes) number = number << 8U | byte;
  // Positive, as RFC 5280 asks.
  require(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number >> 1U) == 1, "serial");
}

Certificate blank_certificate(std::string const& name, EVP_PKEY* key, Validity validity) {
  Certificate certificate(X509_new(), X509_free);
  auto* const raw = certificate.get();
  auto const dates = dates_of(validity);
  require(X509_set_version(raw, X509_VERSION_3) == 1, "version");
  set_serial_number(raw);
  require(ASN1_TIME_set_string(X509_getm_notBefore(raw), dates.first) == 1, "first date");
  require(ASN1_TIME_set_string(X509_getm_notAfter(raw), dates.last) == 1, "last date");
  require(X509_set_pubkey(raw, key) == 1, "public key");
  auto const* text = reinterpret_cast<unsigned char const*>(name.c_str());
  require(X509_NAME_add_entry_by_txt(X509_get_subject_name(raw), "CN", MBSTRING_UTF8, text, -1, -1,
                                     0) == 1,
          "common name");
  return certificate;
}

void add_extension(X509* certificate, X509* issuer, int nid, char const* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> const extension(
      X509V3_EXT_conf_nid(nullptr, &context, nid, value), X509_EXTENSION_free);
  require(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

void sign(X509* certificate, X509* issuer, EVP_PKEY* issuer_key) {
  require(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1, "issuer");
  require(X509_sign(certificate, issuer_key, EVP_sha256()) > 0, "signature");
}

}  // namespace

class TestCa::Impl {
 public:
  Impl(path folder, std::string const& name)
      : m_folder(std::move(folder)),
        m_file(m_folder / (name + ".pem")),
        m_key(new_key()),
        m_certificate(blank_certificate(name, m_key.get(), Validity::Valid)) {
    auto* const own = m_certificate.get();
    add_extension(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    add_extension(own, own, NID_subject_key_identifier, "hash");
    sign(own, own, m_key.get());
    write_certificate(m_file, own);
  }

  [[nodiscard]] path const& file() const { return m_file; }

  [[nodiscard]] Identity issue(std::string const& name, Purpose purpose, Validity validity) const {
    auto const key = new_key();
    auto const certificate = blank_certificate(name, key.get(), validity);
    auto* const own = certificate.get();
    auto* const issuer = m_certificate.get();
    add_extension(own, issuer, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(own, issuer, NID_key_usage, "critical,digitalSignature");
    add_extension(own, issuer, NID_subject_key_identifier, "hash");
    add_extension(own, issuer, NID_authority_key_identifier, "keyid");
    if (purpose == Purpose::Server) {
      add_extension(own, issuer, NID_ext_key_usage, "serverAuth");
      add_extension(own, issuer, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    } else {
      add_extension(own, issuer, NID_ext_key_usage, "clientAuth");
    }
    sign(own, issuer, m_key.get());
    Identity identity{m_folder / (name + ".pem"), m_folder / (name + ".key")};
    write_certificate(identity.certificate, own);
    write_key(identity.key, key.get());
    return identity;
  }

 private:
  path const m_folder;
  path const m_file;
  Key const m_key;
  Certificate const m_certificate;
};

TestCa::TestCa(path folder, std::string const& name)
    : m_impl(std::make_unique<Impl>(std::move(folder), name)) {}
TestCa::~TestCa() = default;

path const& TestCa::certificate() const {
  return m_impl->file();
}

Identity TestCa::issue(std::string const& name, Purpose purpose, Validity validity) const {
  return m_impl->issue(name, purpose, validity);
}

}  // namespace inloop::test
