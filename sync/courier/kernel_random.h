#pragma once
// Random bits from the kernel. Good for any purpose; here they only spread attempts over time. Any
// thread.

#include "kiosk/base/random_source.h"

namespace inloop::courier {

class KernelRandom final : public RandomSource {
 public:
  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override;
};

}  // namespace inloop::courier
