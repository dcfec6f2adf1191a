#include "sync/courier/kernel_random.h"

#include <cerrno>
#include <cstring>

#include <sys/random.h>

namespace inloop::courier {

Result<> KernelRandom::fill(std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    auto const got = getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure("the kernel gives no random bits: {}", std::strerror(errno));
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
  return {};
}

}  // namespace inloop::courier
