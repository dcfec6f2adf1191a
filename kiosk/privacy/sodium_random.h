#pragma once
// Random bytes of the operating system (getrandom) through libsodium: the source for everything
// that must not be guessed. Not for tests, which script theirs. Any thread.

#include "kiosk/base/random_source.h"

namespace inloop::privacy {

class SodiumRandom final : public RandomSource {
 public:
  // Fails when libsodium cannot be started.
  [[nodiscard]] static Result<SodiumRandom> start();

  // Never fails: libsodium ends the program when the system gives no randomness, so nothing can be
  // drawn from bytes that are not random.
  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override;

 private:
  SodiumRandom() = default;
};

}  // namespace inloop::privacy
