#include "kiosk/cards/secret_bytes.h"

#include <sodium.h>

namespace inloop::cards {

void wipe(std::span<std::byte> bytes) {
  sodium_memzero(bytes.data(), bytes.size());
}

void wipe_stack() {
  constexpr std::size_t deepest_bytes = 16 * 1024;  // far below what hashing and PC/SC need
  sodium_stackzero(deepest_bytes);
}

}  // namespace inloop::cards
