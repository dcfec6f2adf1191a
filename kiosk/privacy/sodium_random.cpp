#include "kiosk/privacy/sodium_random.h"

#include <sodium.h>

namespace inloop::privacy {

Result<SodiumRandom> SodiumRandom::start() {
  if (sodium_init() < 0) return failure("libsodium cannot be started");
  return SodiumRandom();
}

Result<> SodiumRandom::fill(std::span<std::byte> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
  return {};
}

}  // namespace inloop::privacy
