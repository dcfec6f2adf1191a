#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "sync/report/receipt.h"

namespace inloop::report {

std::string content_hash(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<unsigned char const*>(bytes.data()),
                     bytes.size());
  std::string hex;
  for (auto const byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

}  // namespace inloop::report
