#include "sync/collector/client_key.h"

#include <cctype>
#include <ctime>
#include <memory>

#include <openssl/pem.h>
#include <openssl/x509.h>

#include "kiosk/base/assert.h"
#include "sync/report/receipt.h"

namespace inloop::collector {
namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<BIO, decltype(&BIO_free)>;

// A certificate of a kiosk is far smaller.
constexpr std::size_t greatest_escaped_bytes = 16 * 1024;

int hex_digit(char character) {
  constexpr std::string_view digits = "0123456789abcdef";
  auto const at =
      digits.find(static_cast<char>(std::tolower(static_cast<unsigned char>(character))));
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    int const high = hex_digit(text[i + 1]);
    int const low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

bool is_valid_at(X509 const& certificate, UtcTime now) {
  auto moment = static_cast<std::time_t>(now.time_since_epoch().count());
  return X509_cmp_time(X509_get0_notBefore(&certificate), &moment) < 0 &&
         X509_cmp_time(X509_get0_notAfter(&certificate), &moment) > 0;
}

}  // namespace

std::optional<std::string> key_hash_passed_on(std::string_view escaped_pem, UtcTime now) {
  if (escaped_pem.size() > greatest_escaped_bytes) return std::nullopt;
  auto const pem = unescaped(escaped_pem);
  if (!pem) return std::nullopt;
  File const file(BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size())), &BIO_free);
  Certificate const certificate(
      file ? PEM_read_bio_X509(file.get(), nullptr, nullptr, nullptr) : nullptr, &X509_free);
  if (!certificate || !is_valid_at(*certificate, now)) return std::nullopt;
  return key_hash_of(*certificate);
}

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
