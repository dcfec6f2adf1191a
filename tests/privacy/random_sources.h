#pragma once
// Random sources for tests: seeded, so that a failure can be repeated, and broken in known ways.
// One thread at a time.

#include <cstring>
#include <utility>
#include <vector>

#include "kiosk/base/random_source.h"

namespace inloop::privacy {

// SplitMix64 (Steele, Lea and Flood 2014): fast, and good enough for every check in this folder.
class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}

  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override {
    while (!bytes.empty()) {
      auto const word = next();
      auto const size = std::min(bytes.size(), sizeof word);
      std::memcpy(bytes.data(), &word, size);
      bytes = bytes.subspan(size);
    }
    return {};
  }

 private:
  std::uint64_t next() {
    m_state += 0x9e3779b97f4a7c15U;
    auto word = m_state;
    word = (word ^ (word >> 30U)) * 0xbf58476d1ce4e5b9U;
    word = (word ^ (word >> 27U)) * 0x94d049bb133111ebU;
    return word ^ (word >> 31U);
  }

  std::uint64_t m_state;
};

// Gives the same byte for ever, as a stuck device would.
class StuckRandom final : public RandomSource {
 public:
  explicit StuckRandom(std::byte byte) : m_byte(byte) {}

  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override {
    std::ranges::fill(bytes, m_byte);
    return {};
  }

 private:
  std::byte m_byte;
};

// Gives prepared bytes once, then fails.
class FiniteRandom final : public RandomSource {
 public:
  explicit FiniteRandom(std::vector<std::byte> bytes) : m_bytes(std::move(bytes)) {}

  [[nodiscard]] Result<> fill(std::span<std::byte> bytes) override {
    if (bytes.size() > m_bytes.size() - m_used) return failure("no randomness left");
    std::memcpy(bytes.data(), m_bytes.data() + m_used, bytes.size());
    m_used += bytes.size();
    return {};
  }

 private:
  std::vector<std::byte> m_bytes;
  std::size_t m_used = 0;
};

}  // namespace inloop::privacy
