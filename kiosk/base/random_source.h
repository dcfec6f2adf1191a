#pragma once
// Where random bits come from, handed in so that tests can script them. Any thread, if the
// implementation says so.

#include <cstddef>
#include <span>

#include "kiosk/base/result.h"

namespace inloop {

class RandomSource {
 public:
  virtual ~RandomSource() = default;

  // Fills every byte with independent uniform bits, or fails and the caller must not go on.
  [[nodiscard]] virtual Result<> fill(std::span<std::byte> bytes) = 0;
};

}  // namespace inloop
