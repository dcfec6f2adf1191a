#pragma once
// Bytes that look random and are the same for the same seed; or none at all.

#include <random>

#include "kiosk/base/random_source.h"

namespace inloop::test {

class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint32_t seed) : m_engine(seed) {}

  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::byte>(m_engine() & 0xffU);
    return {};
  }

 private:
  std::mt19937 m_engine;
};

class DryRandom final : public RandomSource {
 public:
  [[nodiscard]] Result<> fill(std::span<std::byte>) override {
    return failure("the source is dry");
  }
};

}  // namespace inloop::test
